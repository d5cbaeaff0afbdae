import type { Source } from '../contract/source.ts';

/** One number that a rule has to give: published, recorded, or a limit of theory. */
export interface Expected {
  /** What it is, such as "year 3" or "case A, data". */
  readonly of: string;
  readonly value: number;
  /** How far this one may be off, where that is not the check's tolerance; then it speaks for the check only if it fails. */
  readonly within?: number;
}

/** How far a number may be off; 0: not at all. */
export interface Tolerance {
  readonly kind: 'absolute' | 'relative';
  readonly value: number;
  /** Why so much, in a sentence. */
  readonly because: string;
}

export type Constants = Readonly<Record<string, number>>;

/** A rule of the engine, or a network of its mechanisms, held against what others published or theory says. */
export interface Check<C extends Constants = Constants> {
  /** `V1` …, a published figure or a record, numbered as in the list of what a simulator has to reproduce; `T1` …, a limit of theory. */
  readonly id: string;
  readonly title: string;
  readonly unit: string;
  readonly source: Source;
  readonly tolerance: Tolerance;
  readonly expected: readonly Expected[];
  /** Constants of the rule; a test changes each and sees the check fail. */
  readonly constants: C;
  /** One number for each expected one, in their order. */
  compute(constants: C): readonly number[];
}

/** Gives a check its types; returns it unchanged. */
export const check = <C extends Constants>(declared: Check<C>): Check<C> => declared;
