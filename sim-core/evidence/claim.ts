/**
 * What a proposal says of its runs, one assertion a line. Numbers stand as texts that `claimNumber` has spelled: a claim holds where a
 * re-run spells the same.
 */
export type Claim =
  /** Quantiles of a measure over the seeds. */
  | {
      readonly kind: 'quantiles';
      /** Whose runs; those with the changes unless it says `base`. */
      readonly of: 'proposal' | 'base';
      /** Such as `providers.active@60mo`. */
      readonly measure: string;
      readonly values: readonly Quantile[];
    }
  /** Quantiles of the difference seed by seed, proposal less base. */
  | { readonly kind: 'difference'; readonly measure: string; readonly values: readonly Quantile[] }
  /** Share of the seeds in which a verdict holds. */
  | { readonly kind: 'verdict'; readonly id: string; readonly share: string; readonly base: string }
  /** Share of the seeds in which a measure is below or above a number. */
  | {
      readonly kind: 'bound';
      readonly measure: string;
      readonly side: '<' | '>';
      readonly bound: string;
      readonly share: string;
      readonly base: string;
    };

export interface Quantile {
  /** In percent, 0 to 100. */
  readonly percent: number;
  readonly value: string;
}

/** The claim as its line says it, without the word `claim`. */
export function claimText(claim: Claim): string {
  const listed = (values: readonly Quantile[]) =>
    values.map(({ percent, value }) => `p${percent} ${value}`).join(' ');
  switch (claim.kind) {
    case 'quantiles':
      return `${claim.of === 'base' ? 'base ' : ''}${claim.measure} ${listed(claim.values)}`;
    case 'difference':
      return `difference ${claim.measure} ${listed(claim.values)}`;
    case 'verdict':
      return `verdict.${claim.id} P ${claim.share} (base ${claim.base})`;
    case 'bound':
      return `${claim.measure} ${claim.side} ${claim.bound} P ${claim.share} (base ${claim.base})`;
  }
}

const number = String.raw`-?\d+(?:\.\d+)?(?:e[+-]?\d+)?|none|-?Infinity`;
const measure = String.raw`[a-z][a-z0-9.-]*@[a-z0-9.-]+|(?:mean|min|max)\([a-z][a-z0-9.-]*\)`;
const share = String.raw`P (${number}) \(base (${number})\)`;

const verdictLine = new RegExp(`^verdict\\.([a-z][a-z0-9-]*) ${share}$`);
const boundLine = new RegExp(`^(${measure}) ([<>]) (${number}) ${share}$`);
const quantileLine = new RegExp(
  `^(?:(base|difference) )?(${measure})((?: p\\d{1,2}(?:\\.\\d)? (?:${number}))+)$`,
);

/** A claim from its line, spaces evened; undefined where it is none. */
export function parseClaim(text: string): Claim | undefined {
  const verdict = verdictLine.exec(text);
  if (verdict !== null) {
    const [, id = '', held = '', base = ''] = verdict;
    return { kind: 'verdict', id, share: held, base };
  }
  const bound = boundLine.exec(text);
  if (bound !== null) {
    const [, asked = '', side, limit = '', held = '', base = ''] = bound;
    return { kind: 'bound', measure: asked, side: side === '<' ? '<' : '>', bound: limit, share: held, base };
  }
  const quantiles = quantileLine.exec(text);
  if (quantiles === null) return undefined;
  const [, of, asked = '', listed = ''] = quantiles;
  const values = [...listed.matchAll(/p(\d+(?:\.\d)?) (\S+)/g)].map(([, percent, value = '']) => ({
    percent: Number(percent),
    value,
  }));
  if (of === 'difference') return { kind: 'difference', measure: asked, values };
  return { kind: 'quantiles', of: of === 'base' ? 'base' : 'proposal', measure: asked, values };
}
