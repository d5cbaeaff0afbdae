import type { ReactElement } from 'react';
import type { ScreenId, ScreenProps } from '../state/location.ts';
import type { IconName } from '../ui/icon.tsx';

/** A place of the studio. */
export interface Screen {
  readonly id: ScreenId;
  readonly title: string;
  /** One line: what it is for. */
  readonly purpose: string;
  readonly icon: IconName;
  /** Where it is reached from: the rail, or the end of the rail. */
  readonly rail: 'work' | 'studio';
  /** Its component, as the module's default export. */
  readonly load: () => Promise<{ readonly default: (props: ScreenProps) => ReactElement }>;
}

/** The screens there are, in the order of the rail. */
export const screens: readonly Screen[] = [
  {
    id: 'library',
    title: 'Library',
    purpose: 'find a scenario to begin with',
    icon: 'library',
    rail: 'work',
    load: () => import('../screens/library/library.tsx'),
  },
  {
    id: 'run',
    title: 'Run',
    purpose: 'watch and read one scenario',
    icon: 'run',
    rail: 'work',
    load: () => import('../screens/run/run-screen.tsx'),
  },
];
