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
    id: 'design',
    title: 'Design',
    purpose: 'change a scenario and see what it does',
    icon: 'design',
    rail: 'work',
    load: () => import('../screens/design/design.tsx'),
  },
  {
    id: 'run',
    title: 'Run',
    purpose: 'watch and read one scenario',
    icon: 'run',
    rail: 'work',
    load: () => import('../screens/run/run-screen.tsx'),
  },
  {
    id: 'explore',
    title: 'Explore',
    purpose: 'many runs: sweep, sensitivity, optimise, calibrate',
    icon: 'explore',
    rail: 'work',
    load: () => import('../screens/explore/explore.tsx'),
  },
  {
    id: 'compare',
    title: 'Compare',
    purpose: 'two to six scenarios on the same seeds',
    icon: 'compare',
    rail: 'work',
    load: () => import('../screens/compare/compare.tsx'),
  },
  {
    id: 'propose',
    title: 'Propose',
    purpose: 'write a proposal that anyone can re-run, or check one',
    icon: 'propose',
    rail: 'work',
    load: () => import('../screens/propose/propose.tsx'),
  },
  {
    id: 'runs',
    title: 'Runs',
    purpose: 'find, export and repeat what was run',
    icon: 'runs',
    rail: 'work',
    load: () => import('../screens/runs/runs-screen.tsx'),
  },
  {
    id: 'reference',
    title: 'Reference',
    purpose: 'what the model is made of',
    icon: 'reference',
    rail: 'studio',
    load: () => import('../screens/reference/reference.tsx'),
  },
  {
    id: 'help',
    title: 'Help',
    purpose: 'tutorials, how-tos and explanations, with search',
    icon: 'help',
    rail: 'studio',
    load: () => import('../screens/help/help.tsx'),
  },
  {
    id: 'settings',
    title: 'Settings',
    purpose: 'theme, workers, numbers, network',
    icon: 'settings',
    rail: 'studio',
    load: () => import('../screens/settings/settings.tsx'),
  },
  {
    id: 'shortcuts',
    title: 'Shortcuts',
    purpose: 'every key there is',
    icon: 'keys',
    rail: 'studio',
    load: () => import('../screens/shortcuts/shortcuts.tsx'),
  },
];
