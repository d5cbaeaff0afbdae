import type { ChildProcess } from 'node:child_process';
import type { Luck } from './luck.ts';

/** What is done to the studio. */
export const kindNames = [
  'kill',
  'full disk',
  'read-only folder',
  'cut connection',
  'wrong clock',
  'damaged file',
  'no memory',
] as const;
export type KindName = (typeof kindNames)[number];

/** What the studio said while something was wrong. */
export interface Told {
  /** True where it said that all was done. */
  readonly done: boolean;
  /** All that it said, problems of calls among it. */
  readonly text: string;
  readonly signal: NodeJS.Signals | null;
}

/** Where something is done that a fault may hit. */
export interface Site {
  /** Folders that it writes into. */
  readonly writes: readonly string[];
  /** Files whose content the studio has promised, as they stand. */
  kept(): readonly string[];
}

/** A fault that waits for its moment. */
export interface Fault {
  /** How it strikes, in a few words. */
  readonly how: string;
  /** Of the studio's process. */
  readonly env?: NodeJS.ProcessEnv;
  begin?(site: Site): Promise<void>;
  /** The studio's process runs, and has begun what is to be disturbed. */
  started?(child: ChildProcess): void;
  /** The port by which a server at `port` is reached. */
  through?(port: number): Promise<number>;
  /** Puts right again what can be put right; what is damaged, stays so. */
  lift(site: Site): Promise<void>;
  /** Whether it has struck, judged by what was told. */
  struck(told: Told): boolean;
}

/** How much an undisturbed attempt does. */
export interface Measured {
  /** Times that it asks the file system to change something. */
  readonly steps: number;
  readonly ms: number;
  /** Bytes that it writes. */
  readonly bytes: number;
}

export interface FaultKind {
  readonly name: KindName;
  /** Why it cannot be had on this computer; absent where it can. */
  readonly lacking?: string;
  make(luck: Luck, measured: Measured): Fault;
}
