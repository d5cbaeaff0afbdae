/** A coordinate from 0 to 1 for each parameter. */
export type Coordinates = readonly number[];

/** Asks for points, and is told the errors at each (all of one length); undefined where a point cannot be run. */
export type ErrorSearch<Result> = Generator<
  readonly Coordinates[],
  Result,
  readonly (Float64Array | undefined)[]
>;

/** How far off a point is. */
export interface Misfit {
  readonly at: Coordinates;
  /** Sum of the squares of the errors, each by its weight. */
  readonly misfit: number;
}

/** A point that could be run. */
export interface TriedPoint extends Misfit {
  readonly errors: Float64Array;
}
