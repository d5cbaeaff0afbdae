import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { useStore } from '../state/store.ts';
import type { Studio } from '../state/studio.ts';
import { CommandedStudio } from './commanded-studio.tsx';
import type { createStudioRouter } from './router.tsx';

interface AppProps {
  readonly studio: Studio;
  readonly router: ReturnType<typeof createStudioRouter>;
}

/** The whole app; drawn anew where numbers are to be written another way. */
export function App({ studio, router }: AppProps): ReactElement {
  const { numbers } = useStore(studio.settings);
  return (
    <QueryClientProvider client={studio.queries}>
      <CommandedStudio studio={studio}>
        <RouterProvider key={numbers} router={router} />
      </CommandedStudio>
    </QueryClientProvider>
  );
}
