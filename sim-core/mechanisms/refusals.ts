import type { Mechanism } from '../contract/mechanism.ts';
import type { ParameterValue } from '../contract/parameter.ts';
import type { Path } from '../contract/vocabulary.ts';

interface Use {
  readonly mechanism: Pick<Mechanism, 'id' | 'genesis' | 'refuses' | 'writes'>;
  /** Complete: every declared parameter has a value. */
  readonly parameters: Readonly<Record<string, ParameterValue>>;
}

export interface Refusal {
  /** Such as `agents.token.cap`. */
  readonly path: string;
  readonly message: string;
  readonly hint: string;
}

/** What mechanisms say against the values they are given together; each value is good by itself. */
export function refusals(uses: readonly Use[]): readonly Refusal[] {
  const genesis = uses.reduce(
    (total, { mechanism, parameters }) => total + tokens(mechanism.genesis?.(parameters) ?? {}),
    0,
  );
  return uses.flatMap(({ mechanism, parameters }) => {
    const sets = (path: Path): boolean =>
      uses.some((other) => other.mechanism !== mechanism && other.mechanism.writes.includes(path));
    const refusal = mechanism.refuses?.(parameters, { genesis, sets });
    if (refusal === undefined) return [];
    const { parameter, message, hint } = refusal;
    return { path: `${mechanism.id}.${parameter}`, message, hint };
  });
}

const tokens = (byAccount: Readonly<Record<string, number>>): number =>
  Object.values(byAccount).reduce((a, b) => a + b, 0);
