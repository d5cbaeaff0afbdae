import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import type { OpenedBundle } from '../bundle/open-bundle.ts';
import type { WrittenBundle } from '../bundle/write-bundle.ts';
import type { OtherEngine } from '../engines/find-engine.ts';
import type { BothDocuments } from './assume-in-both.ts';

/** What was found of what a block names beside its text. Nothing of it has run. */
export interface Beside {
  /** The engine that the block names, where it is not the one that is here. */
  readonly engine?: OtherEngine;
  /** The bundle that the block names, or why it is not opened; absent where there is none. */
  readonly bundle?: OpenedBundle | { readonly refused: string };
  /** True where the person has said that code of this hash may run. */
  trusted(id: string): boolean;
  /** The bundle of what was run here: its name is the block's where all in it is as the block's says. */
  rebundle(ran: RanHere): Promise<WrittenBundle>;
}

/** Two scenarios, and what they come to here. */
export interface RanHere {
  /** Those that the block names. */
  readonly named: BothDocuments;
  /** Those that were run: the same, with what is assumed in both. */
  readonly documents: BothDocuments;
  readonly runs: { readonly base: BatchResult; readonly proposal: BatchResult };
}

/** Code that evidence needs, and that nobody here has said may run. */
export interface NeededCode {
  readonly kind: 'module' | 'engine';
  /** A file of a project, or the version of an engine. */
  readonly name: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly id: string;
  /** To be read before it is trusted. */
  readonly text: string;
}

export const needsCode = (id: string): string =>
  `It needs code ${id}: read it, and trust it by that hash if you do.`;
