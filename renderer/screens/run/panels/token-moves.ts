import type { MetricDescription } from '../../../../sim-core/contract/metric.ts';
import type { TokenFlow } from '../../../charts/flow/token-flows-subject.ts';
import type { ShownSeed } from '../shown-seeds.ts';

/** Where tokens lie, by the metrics that count them; what is in none of them is with the treasury or in a vault. */
const places = [
  { name: 'in circulation', metric: 'supply.circulating' },
  { name: 'staked', metric: 'supply.staked' },
  { name: 'locked', metric: 'supply.locked' },
] as const;

const rest = 'treasury and vaults';
const between = 'tokens on the move';

/**
 * Net flows of tokens after the close of day `from` until that of day `to`: what was minted and burned, and by how much each place where tokens lie gained or
 * lost. They balance, since nothing else makes or takes tokens. Mean over seeds: unlike medians, means add up.
 * @param from -1 would need the state before the first day, which no metric has; 0 is the first
 */
export function tokenMoves(
  metrics: readonly MetricDescription[],
  seeds: readonly ShownSeed[],
  from: number,
  to: number,
): TokenFlow[] | undefined {
  const columnOf = (id: string) => metrics.findIndex((metric) => metric.id === id);
  const known = seeds.filter(({ done }) => done > to);
  const columns = {
    minted: columnOf('supply.minted'),
    burned: columnOf('supply.burned'),
    all: columnOf('supply.outstanding'),
  };
  const reported = places
    .map((place) => ({ ...place, column: columnOf(place.metric) }))
    .filter(({ column }) => column >= 0);
  if (Object.values(columns).includes(-1) || reported.length === 0 || known.length === 0 || to <= from)
    return undefined;
  const mean = (of: (seed: ShownSeed) => number) =>
    known.reduce((sum, seed) => sum + of(seed), 0) / known.length;
  const gain = (column: number) => mean((seed) => valueAt(seed, column, to) - valueAt(seed, column, from));
  const gains = reported.map(({ name, column }) => ({ name, gain: gain(column) }));
  const others = gain(columns.all) - gains.reduce((sum, each) => sum + each.gain, 0);
  return [
    {
      from: 'minted',
      to: between,
      reason: 'created',
      amount: mean((seed) => sumOf(seed, columns.minted, from, to)),
    },
    {
      from: between,
      to: 'burned',
      reason: 'destroyed',
      amount: mean((seed) => sumOf(seed, columns.burned, from, to)),
    },
    ...[...gains, { name: rest, gain: others }].map(({ name, gain: by }) =>
      by >= 0
        ? { from: between, to: name, reason: 'more at the end', amount: by }
        : { from: name, to: between, reason: 'less at the end', amount: -by },
    ),
  ].filter(({ amount }) => amount > 0);
}

const valueAt = ({ columns }: ShownSeed, column: number, tick: number): number =>
  columns[column]?.[tick] ?? 0;

function sumOf({ columns }: ShownSeed, column: number, from: number, to: number): number {
  const values = columns[column];
  let sum = 0;
  for (let tick = from + 1; tick <= to; tick += 1) sum += values?.[tick] ?? 0;
  return sum;
}
