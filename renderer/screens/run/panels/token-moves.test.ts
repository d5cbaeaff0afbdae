import { expect, it } from 'vitest';
import type { ShownSeed } from '../shown-seeds.ts';
import { tokenMoves } from './token-moves.ts';

const ids = ['supply.minted', 'supply.burned', 'supply.outstanding', 'supply.circulating', 'supply.staked'];
const metrics = ids.map((id) => ({ id, title: id, unit: 'token', definition: '', source: '' }));
const seed = (...columns: number[][]): ShownSeed => ({
  seed: '1',
  done: columns[0]?.length ?? 0,
  columns: columns.map((column) => Float64Array.from(column)),
});
/** 10 minted and 4 burned a day; half of the gain is staked, two a day go to the treasury. */
const one = seed([10, 10, 10], [4, 4, 4], [100, 106, 112], [50, 51, 52], [20, 23, 26]);
const amounts = (from: number, to: number, ...seeds: ShownSeed[]) =>
  tokenMoves(metrics, seeds, from, to)?.map((flow) => [flow.from, flow.to, flow.amount]);

it('says what was made and destroyed and where the rest went, in balance', () => {
  expect(amounts(0, 2, one)).toEqual([
    ['minted', 'tokens on the move', 20],
    ['tokens on the move', 'burned', 8],
    ['tokens on the move', 'in circulation', 2],
    ['tokens on the move', 'staked', 6],
    ['tokens on the move', 'treasury and vaults', 4],
  ]);
});

it('turns round what loses, and takes the mean of seeds', () => {
  const other = seed([0, 0, 0], [4, 4, 4], [100, 96, 92], [50, 50, 50], [20, 15, 10]);
  expect(amounts(1, 2, other)).toEqual([
    ['tokens on the move', 'burned', 4],
    ['staked', 'tokens on the move', 5],
    ['tokens on the move', 'treasury and vaults', 1],
  ]);
  const flows = tokenMoves(metrics, [one, other], 0, 2) ?? [];
  const sum = (side: 'from' | 'to') =>
    flows
      .filter((flow) => flow[side] === 'tokens on the move')
      .reduce((total, { amount }) => total + amount, 0);
  expect(sum('to')).toBeCloseTo(sum('from'), 9);
  expect(flows[0]?.amount).toBe(10);
});

it('says nothing of days that no seed has come to, or that are not counted', () => {
  expect(tokenMoves(metrics, [one], 0, 3)).toBeUndefined();
  expect(tokenMoves(metrics, [one], 0, 0)).toBeUndefined();
  expect(tokenMoves(metrics.slice(0, 2), [one], 0, 2)).toBeUndefined();
});
