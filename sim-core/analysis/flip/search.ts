/** A coordinate for each axis; 0 is the scenario as it is. */
export type Coordinates = readonly number[];

/** Asks for points, and is told in what share of seeds the verdict holds at each; NaN where a point cannot be run. */
export type Search<Result> = Generator<readonly Coordinates[], Result, readonly number[]>;

/** How many points may still be asked for. */
export interface Purse {
  left: number;
}

/** Asks for as many of the points as can be paid for, and answers their shares. */
export function* ask(purse: Purse, points: readonly Coordinates[]): Search<readonly number[]> {
  const paid = points.slice(0, purse.left);
  purse.left -= paid.length;
  return paid.length === 0 ? [] : yield paid;
}

/** Whether a verdict holds in the majority of seeds. */
export const holds = (share: number): boolean => share > 0.5;
