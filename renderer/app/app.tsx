import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { Studio } from '../state/studio.ts';
import { CommandedStudio } from './commanded-studio.tsx';
import { Shell } from './shell.tsx';

/** The whole app. */
export function App({ studio }: { readonly studio: Studio }): ReactElement {
  return (
    <QueryClientProvider client={studio.queries}>
      <CommandedStudio studio={studio}>
        <Router hook={useHashLocation}>
          <Shell />
        </Router>
      </CommandedStudio>
    </QueryClientProvider>
  );
}
