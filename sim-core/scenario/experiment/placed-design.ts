import type { Design } from '../../contract/design.ts';

/** A design, and where it stands in its file. */
export interface PlacedDesign extends Design {
  readonly where: string;
  /** Where each factor stands, by its path. */
  readonly places: ReadonlyMap<string, string>;
}
