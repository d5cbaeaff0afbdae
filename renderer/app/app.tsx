import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { Studio } from '../state/studio.ts';
import { CommandedStudio } from './commanded-studio.tsx';
import type { createStudioRouter } from './router.tsx';

interface AppProps {
  readonly studio: Studio;
  readonly router: ReturnType<typeof createStudioRouter>;
}

/** The whole app. */
export function App({ studio, router }: AppProps): ReactElement {
  return (
    <QueryClientProvider client={studio.queries}>
      <CommandedStudio studio={studio}>
        <RouterProvider router={router} />
      </CommandedStudio>
    </QueryClientProvider>
  );
}
