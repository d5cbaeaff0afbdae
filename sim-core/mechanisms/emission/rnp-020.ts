import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { sources } from '../sources.ts';
import { decide, equalPain, growthOf, nodeMultiplier } from './rnp-020-rule.ts';

/** Emission follows burns, slowly: every few epochs it moves a bounded step towards what was burned. */
export const rnp020 = mechanism({
  id: 'emission.rnp-020',
  version: 1,
  slot: 'emission',
  title: 'Adaptive policy (RNP-020)',
  summary:
    'Mints an amount each epoch that is held while it is one to three times recent burns, and otherwise moves towards them in bounded steps.',
  sources: [sources.rnp20, sources.renderRewards],
  parameters: {
    initial: number({
      label: 'Minted an epoch at first',
      unit: 'token/epoch',
      min: 1,
      max: 1e15,
      default: 47_435,
      step: 100,
      why: 'The policy on the first day.',
      source: sources.rnp20,
    }),
    epochDays: number({
      label: 'Days an epoch',
      unit: 'day',
      min: 1,
      max: 366,
      default: 7,
      step: 1,
      integer: true,
      why: 'Burns are counted by epochs; each day mints its part of the epoch.',
      source: sources.rnp20,
    }),
    period: number({
      label: 'Decided every',
      unit: 'epoch',
      min: 4,
      max: 24,
      default: 12,
      step: 1,
      integer: true,
      why: 'Also the window over which burns and nodes are averaged: a quarter.',
      source: sources.rnp20,
    }),
    burnedBefore: number({
      label: 'Burned an epoch before the start',
      unit: 'token/epoch',
      min: 0,
      max: 1e15,
      default: 0,
      step: 100,
      why: 'Mean of the period before the run, for the growth of the first decision; 0 where there is none, as at first.',
      source: sources.rnp20,
    }),
    buffer: number({
      label: 'Buffer',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.1,
      step: 0.01,
      why: 'Differences this small are left alone; also the largest first step.',
      source: sources.rnp20,
    }),
    upper: number({
      label: 'Held up to',
      unit: '1',
      min: 1,
      max: 100,
      default: 3,
      step: 0.25,
      why: 'A policy of one to this many times the anchor is left alone: a young network is subsidised.',
      source: sources.rnp20,
    }),
    capStep: number({
      label: 'Cap grows by',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.1,
      step: 0.05,
      why: 'With each step in the same direction; a turn starts from the buffer again.',
      source: sources.rnp20,
    }),
    quantum: number({
      label: 'Steps of',
      unit: 'share',
      min: 0.001,
      max: 1,
      default: 0.05,
      step: 0.01,
      why: 'Steps are multiples of this, which people can remember.',
      source: sources.rnp20,
    }),
    roundTo: number({
      label: 'Rounded to',
      unit: 'token/epoch',
      min: 1e-9,
      max: 1e9,
      default: 100,
      step: 100,
      why: 'Amounts are multiples of this.',
      source: sources.rnp20,
    }),
  },
  refuses: ({ buffer, quantum }) =>
    quantum <= 2 * buffer
      ? undefined
      : {
          parameter: 'quantum',
          message: 'Steps are more than twice the buffer: the first step would always round to nothing.',
          hint: 'Steps must be at most twice the buffer.',
        },
  state: {
    policy: 0,
    direction: 0,
    cap: 0,
    burnedAtDecision: 0,
    meanBurned: 0,
    activeDays: 0,
    meanActive: 0,
  },
  reads: ['network.active'],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.comingYear'],
  start({ state }, { initial, burnedBefore }) {
    state.policy = initial;
    state.meanBurned = burnedBefore;
  },
  step({ clock, network, ledger, emission, state }, given) {
    const { tick } = clock;
    const days = given.period * given.epochDays;
    if (tick > 0 && tick % days === 0) {
      // A day sees the burns of the days before it, so a whole period has been burned when the next begins.
      const burned = (ledger.burned - state.burnedAtDecision) / given.period;
      const active = state.activeDays / days;
      const growth = growthOf(active, state.meanActive);
      // Hardware has one tier here, and hours follow from demand: their growth is left out, as before epoch 76.
      const anchor =
        burned *
        (1 + growthOf(burned, state.meanBurned)) *
        nodeMultiplier(1, growth, 0, 0, 0, 0) *
        equalPain(1, growth, 0, 0, 0, 0, 1, 1);
      decide(state, anchor, given);
      state.burnedAtDecision = ledger.burned;
      state.meanBurned = burned;
      state.activeDays = 0;
      state.meanActive = active;
    }
    state.activeDays += network.active;
    const today = state.policy / given.epochDays;
    ledger.mint('emission', today, 'policy');
    emission.scheduled += today;
    emission.comingYear += 365 * today;
  },
  examples: [
    {
      says: 'The first period keeps the first policy',
      given: { initial: 700 },
      days: 84,
      after: {
        'emission.scheduled': 100,
        'ledger.emission': 8400,
        'emission.comingYear': 36_500,
      },
    },
    {
      says: 'Nothing was burned in it: the first step down is 10 %, as a division, and rounded to 100',
      given: { initial: 47_435 },
      days: 85,
      after: { 'emission.scheduled': 43_100 / 7 },
    },
    {
      says: 'Nor in the next: 20 %, then 30 %',
      given: { initial: 47_435 },
      days: 3 * 84 + 1,
      after: { 'emission.scheduled': 27_600 / 7 },
    },
  ],
});
