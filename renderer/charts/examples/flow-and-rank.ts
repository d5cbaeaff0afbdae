import { tokenFlows } from '../flow/token-flows.tsx';
import { groupGains } from '../rank/group-gains.tsx';
import { lorenz } from '../rank/lorenz.tsx';
import { lorenzCurveOf } from '../rank/lorenz-curve-of.ts';
import { tornado } from '../rank/tornado.tsx';
import type { TornadoFactor } from '../rank/tornado-subject.ts';

export const flows = tokenFlows({
  title: 'Tokens',
  unit: 'token',
  when: '2023-04-24 to 2026-04-22',
  flows: [
    { from: 'minted', to: 'emission', reason: 'schedule', amount: 34_000_000 },
    { from: 'emission', to: 'providers', reason: 'reward', amount: 30_000_000 },
    { from: 'emission', to: 'treasury', reason: 'undistributed', amount: 4_000_000 },
    { from: 'providers', to: 'selling', reason: 'providers sell', amount: 21_000_000 },
    { from: 'providers', to: 'exiting', reason: 'left behind', amount: 3_000_000 },
    { from: 'exiting', to: 'selling', reason: 'leavers sell', amount: 2_500_000 },
    { from: 'selling', to: 'traders', reason: 'sold', amount: 23_500_000 },
    { from: 'traders', to: 'burned', reason: 'burned for credits', amount: 12_000_000 },
    { from: 'traders', to: 'staked', reason: 'bonded', amount: 5_000_000 },
    { from: 'staked', to: 'traders', reason: 'unbonded', amount: 1_800_000 },
    { from: 'staked', to: 'burned', reason: 'slashed', amount: 200_000 },
  ],
});

const factor = (
  label: string,
  range: string,
  effect: number,
  more: Partial<TornadoFactor> = {},
): TornadoFactor => ({
  path: label.toLowerCase().replaceAll(' ', '-'),
  label,
  range,
  effect,
  low: effect * 0.8,
  high: effect * 1.25 + 0.01,
  matters: effect >= 0.05,
  unsourced: false,
  details: {},
  sentence: 'Explains most of it by itself.',
  ...more,
});

const factors = [
  factor('Hardware price', '250 to 1,000 USD', 0.41, { unsourced: true }),
  factor('Halving period', '12 to 36 months', 0.22),
  factor('Share of demand that pays in credits, all regions together', '10 % to 90 %', 0.11, {
    unsourced: true,
  }),
  factor('Electricity', '0.05 to 0.4 USD/kWh', 0.06),
  factor('Patience', '30 to 360 days', 0.01),
];

export const shares = tornado({
  title: 'Active providers on 2026-04-22',
  unit: 'unit',
  method: 'sobol',
  effectMeans: 'share of the variance, with interactions (total index)',
  intervalMethod: 'bootstrap',
  points: 448,
  factors,
  unsourced: { sentence: '49 % of the variance rests on the 2 parameters without a source alone.' },
});

export const sizes = tornado({
  title: 'Active providers on 2026-04-22',
  unit: 'unit',
  method: 'morris',
  effectMeans: 'how far the output moves, on average, while the parameter goes through its range (mu*)',
  intervalMethod: 'bootstrap',
  points: 60,
  factors: factors.map((each, index) => ({
    ...each,
    effect: each.effect * 100_000,
    low: each.low * 100_000,
    high: each.high * 100_000,
    details: { mean: (index % 2 === 0 ? -1 : 1) * each.effect * 100_000 },
  })),
  unsourced: { sentence: 'A share of the variance needs Sobol indices.' },
});

const gain = (group: string, mean: number, half: number, agents: number) => ({
  group,
  base: 40_000,
  agents,
  difference: { mean, interval: { low: mean - half, high: mean + half }, pairs: 20 },
});

export const gains = groupGains({
  base: 'base',
  other: 'earlier halving',
  by: 'region',
  quantity: {
    title: 'Profit of the group',
    unit: 'USD/day',
    definition: 'Profit a unit times active units.',
  },
  groups: [
    gain('United States', -9_400, 1_200, 111_000),
    gain('Germany', 2_100, 800, 29_600),
    gain('United Kingdom', 600, 900, 22_200),
    gain('United Arab Emirates', -300, 200, 3_700),
    gain('Türkiye', 1_500, 400, 9_000),
  ],
});

const tiers = (top: number) =>
  lorenzCurveOf([
    { holders: 500, held: 5 },
    { holders: 300, held: 15 },
    { holders: 150, held: 30 },
    { holders: 50, held: top },
  ]);

export const spread = lorenz({
  title: 'Rewards',
  holders: 'providers',
  when: 'on 2026-04-22',
  curves: [
    { label: 'base', style: 'base', ...tiers(30), nakamoto: 92 },
    { label: 'earlier halving', style: 0, ...tiers(90), nakamoto: 41 },
  ],
});
