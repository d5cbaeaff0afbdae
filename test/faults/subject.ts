import type { Fault, KindName, Measured, Site, Told } from './fault.ts';
import type { Luck } from './luck.ts';
import type { StudioCopy } from './studio-copy.ts';

/** What is found once the fault is over and the studio was started again. */
export interface Verdict {
  /** What is not as it has to be; nothing where all held. */
  readonly broken: readonly string[];
  /** What the next start said of what had happened. */
  readonly said: string;
}

/** One place where a subject does its thing. */
export interface Scene extends Site {
  attempt(fault: Fault): Promise<Told>;
  /** Starts the studio again, without the fault, and judges. */
  again(told: Told, kind: KindName): Promise<Verdict>;
  /** Ends what still runs. */
  close?(): Promise<void>;
}

/** A subject that was done once undisturbed, to compare with. */
export interface Prepared {
  readonly measured: Measured;
  scene(folder: string, luck: Luck): Promise<Scene>;
}

/** Something that people do with the studio. */
export interface Subject {
  readonly name: string;
  /** Faults that can hit it. */
  readonly kinds: readonly KindName[];
  /** `folder` is its own; it is removed in the end. */
  prepare(studio: StudioCopy, folder: string): Promise<Prepared>;
}
