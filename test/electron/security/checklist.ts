import { contentItems } from './content-items.ts';
import type { Examined } from './examined.ts';
import { outsideItems } from './outside-items.ts';
import { windowItems } from './window-items.ts';

/** A recommendation of Electron's security tutorial, and how the studio is held to it. */
export interface ChecklistItem {
  /** Its number there. */
  readonly number: number;
  readonly title: string;
  /** What is wrong, in a few words each; none where the app keeps to it. */
  faults(app: Examined): Promise<readonly string[]>;
}

/** The whole list, https://www.electronjs.org/docs/latest/tutorial/security, in its order. */
export const checklist: readonly ChecklistItem[] = [...windowItems, ...contentItems, ...outsideItems].sort(
  (a, b) => a.number - b.number,
);
