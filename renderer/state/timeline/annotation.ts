/** Something that happens on a known day of a run. */
export interface Annotation {
  /** Days since the first, 0 to ticks - 1. */
  readonly tick: number;
  /** Last day of what lasts; absent: it is over in a day, or stays. */
  readonly until?: number;
  readonly kind: 'shock' | 'halving' | 'change' | 'note';
  /** In words, such as "Price crash: falls by 50 %". */
  readonly text: string;
  /** Of a note: what it is kept under. */
  readonly id?: string;
}

/** Words for the kinds, in the singular. */
export const annotationKinds: Readonly<Record<Annotation['kind'], string>> = {
  shock: 'Shock',
  halving: 'Halving',
  change: 'Change of a rule',
  note: 'Note',
};

/** The nearest before a day, and the nearest after it. */
export function nextTo(
  annotations: readonly Annotation[],
  tick: number,
): { readonly before?: Annotation; readonly after?: Annotation } {
  const sorted = [...annotations].sort((a, b) => a.tick - b.tick);
  const before = sorted.findLast((each) => each.tick < tick);
  const after = sorted.find((each) => each.tick > tick);
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}
