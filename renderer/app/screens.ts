import type { ComponentType } from 'react';
import { Library } from '../screens/library/library.tsx';
import { RunScreen } from '../screens/run/run-screen.tsx';
import type { Place } from '../state/location.ts';
import type { IconName } from '../ui/icon.tsx';

/** A place in the rail. */
export interface Screen {
  readonly id: Place['screen'];
  readonly title: string;
  readonly icon: IconName;
  /** `scenario` is the id in the address. */
  readonly component: ComponentType<{ readonly scenario?: string }>;
}

/** The screens there are, in the order of the rail. */
export const screens: readonly Screen[] = [
  { id: 'library', title: 'Library', icon: 'library', component: Library },
  { id: 'run', title: 'Run', icon: 'run', component: RunScreen },
];
