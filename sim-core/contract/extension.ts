import type { Mechanism } from './mechanism.ts';
import type { Metric } from './metric.ts';
import type { Path, World } from './vocabulary.ts';

/** A metric of the DePIN world, reported where mechanisms write all that it needs. */
export interface OwnMetric extends Metric<World> {
  readonly needs?: readonly Path[];
}

/** The text of a module of a project, and what it is known by. */
export interface Code {
  /** Its file in the project, such as `mechanisms/emission/grant.js`. */
  readonly name: string;
  /** `sha256:` and 64 hexadecimal digits, over the bytes of its file. */
  readonly id: string;
  readonly text: string;
}

type Acts = 'rows' | 'names' | 'genesis' | 'refuses' | 'start' | 'step' | 'inForce' | 'invariants';

/** A mechanism without what it does: plain data that crosses threads. */
export type Declaration = Omit<Mechanism, Acts> & {
  readonly invariants?: readonly { readonly says: string }[];
};
