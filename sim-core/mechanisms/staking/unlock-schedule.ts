import { mechanism } from '../../contract/mechanism.ts';
import type { TableValue } from '../../contract/parameter.ts';
import { date, number, table } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { clamp } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

const trancheColumns = {
  name: { kind: 'text', label: 'Whose' },
  tokens: { kind: 'number', label: 'Locked at launch', unit: 'token', min: 0, max: 1e15 },
  cliff: { kind: 'number', label: 'Nothing before', unit: 'day', min: 0, max: 36_500 },
  duration: { kind: 'number', label: 'Then in a straight line over', unit: 'day', min: 0, max: 36_500 },
} as const;

/** Tokens of team and investors come free after a cliff, day by day, and part of them is sold. */
export const unlockSchedule = mechanism({
  id: 'staking.unlock-schedule',
  version: 1,
  slot: 'staking',
  title: 'Unlocks of team and investors',
  summary:
    'Frees tokens that were locked at launch, tranche by tranche, and sells part of what is free over a time.',
  sources: [sources.filecoinSpec],
  parameters: {
    tranches: table({
      label: 'Tranches',
      unit: 'row',
      why: 'Who has how much locked and for how long. These tokens come on top of those of the start.',
      columns: trancheColumns,
    }),
    launch: date({
      label: 'Launch',
      unit: 'date',
      default: dayNumber(2020, 10, 15),
      why: 'Cliffs count from this day; what came free before the first simulated day is with traders. Filecoin: mainnet.',
      source: sources.filecoinRecord,
    }),
    sold: number({
      label: 'Part that is sold',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.5,
      step: 0.05,
      why: 'Share of unlocked tokens that goes to the market; the rest is kept for good. Nobody publishes it.',
    }),
    sellTime: number({
      label: 'Sold over',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 90,
      step: 10,
      why: 'Average time from coming free to being sold.',
    }),
  },
  state: { unlocked: 0, forSale: 0 },
  needs: ['market.executed'],
  reads: [],
  writes: [
    'staking.released',
    'orders.sellTokens',
    'ledger.locked',
    'ledger.insiders',
    'ledger.traders',
    'ledger.selling',
  ],
  genesis: ({ tranches }) => ({ locked: tranches.tokens.reduce((total, tokens) => total + tokens, 0) }),
  refuses: ({ tranches }) =>
    tranches.tokens.length > 0
      ? undefined
      : {
          parameter: 'tranches',
          message: 'There is no tranche.',
          hint: 'Give a row for each group that has tokens locked, or leave the mechanism out.',
        },
  start({ ledger, clock, state }, { tranches, launch, sold }) {
    state.forSale = sold * ledger.balance('insiders');
    // What comes free on the first day is left to the first step.
    state.unlocked = unlockedBy(tranches, clock.day - 1 - launch);
    ledger.move('locked', 'traders', state.unlocked, 'unlocked before the start');
  },
  step({ staking, orders, ledger, clock, state }, { tranches, launch, sold, sellTime }) {
    const unlocked = unlockedBy(tranches, clock.day - launch);
    const today = unlocked > state.unlocked ? unlocked - state.unlocked : 0;
    state.unlocked += today;
    ledger.move('locked', 'insiders', today, 'unlocked');
    staking.released += today;

    const offered = state.forSale / sellTime;
    state.forSale += sold * today - offered;
    ledger.move('insiders', 'selling', offered, 'insiders sell');
    orders.sellTokens += offered;
  },
  examples: [
    {
      says: 'A tranche of 1,000 with a cliff of one day, then 10 days: a tenth on the third day; of it half is for sale',
      given: { launch: 0, tranches: tranche(1000, 1, 10), sold: 0.5, sellTime: 5 },
      days: 3,
      after: {
        'ledger.locked': 900,
        'ledger.insiders': 100,
        'staking.released': 100,
        'orders.sellTokens': 0,
      },
    },
    {
      says: 'The next day a fifth of that is sold, and another tenth comes',
      given: { launch: 0, tranches: tranche(1000, 1, 10), sold: 0.5, sellTime: 5 },
      days: 4,
      after: {
        'ledger.insiders': 190,
        'ledger.selling': 10,
        'orders.sellTokens': 10,
        'staking.released': 100,
      },
    },
    {
      says: 'And the day after a fifth of 40 and 50',
      given: { launch: 0, tranches: tranche(1000, 1, 10), sold: 0.5, sellTime: 5 },
      days: 5,
      after: { 'orders.sellTokens': 18, 'ledger.selling': 28 },
    },
    {
      says: 'Without a line all comes at the cliff, and never more than was locked',
      given: { launch: 0, tranches: tranche(1000, 2, 0), sold: 0 },
      days: 5,
      after: { 'ledger.locked': 0, 'ledger.insiders': 1000, 'orders.sellTokens': 0, 'staking.released': 0 },
    },
    {
      says: 'What came free before the first day is with traders; insiders sell what they had at the start too',
      given: { launch: -5, tranches: tranche(1000, 0, 10), sold: 1, sellTime: 2 },
      before: { 'ledger.insiders': 60 },
      after: {
        'ledger.traders': 400,
        'ledger.locked': 500,
        'staking.released': 100,
        'orders.sellTokens': 30,
        'ledger.insiders': 130,
      },
    },
  ],
});

/** Tokens that are free when `age` days have passed since launch. */
function unlockedBy({ tokens, cliff, duration }: TableValue<typeof trancheColumns>, age: number): number {
  let total = 0;
  for (let i = 0; i < tokens.length; i++) {
    const after = age - cliff[i];
    if (after >= 0) total += tokens[i] * (duration[i] > 0 ? clamp(after / duration[i], 0, 1) : 1);
  }
  return total;
}

/** One row of the table, for the examples. */
function tranche(tokens: number, cliff: number, duration: number) {
  return { name: ['team'], tokens: [tokens], cliff: [cliff], duration: [duration] };
}
