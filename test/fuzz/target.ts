import type fc from 'fast-check';

/** One reader of what others wrote. Inputs are texts, so that the corpus can keep them; bytes are written as base64. */
export interface Target {
  readonly name: string;
  readonly inputs: fc.Arbitrary<string>;
  /** Share of the inputs of a full run. */
  readonly share: number;
  /** Gives one input to the reader. What it throws is judged by `judge`; problems that it returns it hands to `plain`. */
  try(input: string): Promise<void> | void;
}
