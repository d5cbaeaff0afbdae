import type { BatchResult } from '../../../sim-core/contract/run.ts';
import type { Claim } from '../../../sim-core/evidence/claim.ts';

/** What is claimed where nobody says what: these at the end, if the runs report them, and every verdict. */
const first = ['providers.active', 'market.price', 'supply.inflation', 'demand.fees', 'network.coverage'];

const percents = [5, 50, 95];

/** Claims without their numbers. Few, since evidence has to stay short. */
export function usualClaims({ metrics, verdicts }: BatchResult): readonly Claim[] {
  const reported = first.filter((id) => metrics.some((metric) => metric.id === id)).slice(0, 3);
  const values = percents.map((percent) => ({ percent, value: '0' }));
  return [
    ...reported.flatMap((id): Claim[] => [
      { kind: 'quantiles', of: 'proposal', measure: `${id}@end`, values },
      { kind: 'difference', measure: `${id}@end`, values },
    ]),
    ...verdicts.map(({ id }): Claim => ({ kind: 'verdict', id, share: '0', base: '0' })),
  ];
}
