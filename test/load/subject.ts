/** What was measured of one size. */
export interface Figure {
  /** In words, the same for every size: the row of the table. */
  readonly what: string;
  readonly value: number;
  readonly unit: 's' | 'MB';
  /** Seconds of the processor in it, of the studio's own process. */
  readonly work?: number;
}

/** Where a subject is measured. */
export interface Place {
  /** The checkout, in which the studio is built. */
  readonly root: string;
  /** A folder of its own, the same for all sizes; it is removed in the end. */
  readonly folder: string;
}

/** Something that there can be very much of. */
export interface LoadSubject {
  readonly name: string;
  /** What is counted, as the head of the table says it. */
  readonly of: string;
  /** At least three, the smallest first: what was made for one may be used for the next. */
  readonly sizes: readonly number[];
  measure(place: Place, size: number): Promise<readonly Figure[]>;
}
