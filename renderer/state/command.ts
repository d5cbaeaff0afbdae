import type { Studio } from './studio.ts';

/** Everything a user can do is one of these: buttons, palette, shortcuts and tests all call it. */
export interface Command {
  /** Such as `run.start`. */
  readonly id: string;
  readonly title: string;
  /** Other words a person may look for it by. */
  readonly keywords: readonly string[];
  /** Such as `Mod+Enter`; `Mod` is Ctrl, or Cmd on a Mac. */
  readonly shortcut?: string;
  /** True where its shortcut means something else while a person writes: it is then left to the text field. */
  readonly outsideText?: boolean;
  /** Whether it makes sense now. */
  enabled(studio: Studio): boolean;
  /** Rejects with a `StudioError`, which is then shown. */
  run(studio: Studio): void | Promise<void>;
}
