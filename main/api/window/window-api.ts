import type { Nothing } from '../nothing.ts';

/**
 * What the desktop and the page in its window have to say to each other. It goes through the same bridge as `StudioApi`, but only
 * the desktop answers it: a page in a browser has no menu of its own.
 */
export interface WindowApi {
  /** How things stand in the page: what the menu offers, and what the window shows of the work. */
  'window.tell'(input: WindowNews): Promise<Nothing>;
  /** Waits until the system wants something of the page. One question waits at a time; a newer one takes its place. */
  'window.next'(input: Nothing): Promise<WindowRequest>;
}

export interface WindowNews {
  readonly commands: readonly CommandNews[];
  /** Runs of the page itself; experiments are the studio's own and known to it. */
  readonly runs: readonly RunNews[];
}

/** A command of the registry, as a menu shows it. */
export interface CommandNews {
  readonly id: string;
  readonly title: string;
  /** Such as `Mod+Shift+.`; `Mod` is Ctrl, or Cmd on a Mac. */
  readonly shortcut?: string;
  readonly enabled: boolean;
}

export interface RunNews {
  readonly id: string;
  readonly title: string;
  /** Of its days, those that are simulated: 0 to 1. */
  readonly share: number;
}

export type WindowRequest =
  /** A click in the menu. */
  | { readonly kind: 'command'; readonly id: string }
  /** A file that was opened with the studio; the page takes it as if it had been dropped on it. */
  | { readonly kind: 'file'; readonly name: string; readonly text: string }
  /** The folder of a project that was open before. */
  | { readonly kind: 'project'; readonly folder: string };
