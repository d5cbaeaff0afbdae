/** A value to try: `path` and `written` as on a command line (`--set path=written`). */
export interface Trial {
  readonly path: string;
  readonly written: string;
}

/** One case of a design: what differs from the scenario. Empty: the scenario as it is. */
export type Point = readonly Trial[];

export const designKinds = ['factorial', 'latin-hypercube', 'sobol', 'one-at-a-time', 'list'] as const;
export type DesignKind = (typeof designKinds)[number];

/** What a design varies, and between which values. */
export type Factor = ListedFactor | RangedFactor;

export interface ListedFactor {
  readonly path: string;
  readonly values: readonly string[];
}

export interface RangedFactor {
  readonly path: string;
  readonly min: number;
  readonly max: number;
  /** `log`: equal ratios are equally likely. */
  readonly scale: 'linear' | 'log';
  /** Tried at this many values, both ends among them; absent: anywhere between. */
  readonly steps?: number;
  /** Whole numbers only. */
  readonly integer?: boolean;
  /** Written behind each number, such as `day`. */
  readonly unit?: string;
}

export interface Design {
  readonly kind: DesignKind;
  readonly factors: readonly Factor[];
  /** Points, where the kind leaves it open. */
  readonly runs?: number;
  /** From which the luck of the design follows. */
  readonly seed: string;
}
