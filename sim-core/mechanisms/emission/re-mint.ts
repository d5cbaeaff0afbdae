import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { min } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** Part of what customers burned comes back to those who served them, a period later and up to a cap; the rest is gone. */
export const reMint = mechanism({
  id: 'emission.re-mint',
  version: 1,
  slot: 'emission',
  title: 'Share of burns minted again',
  summary: 'Mints again, in the next period, a share of what was burned in the last one, up to a cap.',
  sources: [sources.mip15],
  parameters: {
    share: number({
      label: 'Minted again',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.25,
      step: 0.05,
      why: 'What providers get of what customers burned; the rest makes the token scarcer. All of it until April 2024, then a quarter.',
      source: sources.mip15,
    }),
    cap: number({
      label: 'Cap',
      unit: 'token/period',
      min: 0,
      max: 1e15,
      default: 500_000,
      step: 50_000,
      why: 'Above it burns are gone for good, so that emission has a known limit.',
      source: sources.mip15,
    }),
    every: number({
      label: 'Period',
      unit: 'day',
      min: 1,
      max: 365,
      default: 7,
      step: 1,
      integer: true,
      why: 'Burns are counted by the week, and minted again in equal parts on the days of the next: averages are spared the jumps.',
      source: sources.mip15,
    }),
    before: number({
      label: 'Burned before the start',
      unit: 'token/period',
      min: 0,
      max: 1e15,
      default: 0,
      step: 10_000,
      why: 'What was burned in the last period before the first day.',
    }),
  },
  state: { burnedBefore: 0, daily: 0 },
  reads: [],
  writes: ['ledger.emission', 'emission.reemitted'],
  start({ state }, { before }) {
    state.burnedBefore = -before;
  },
  step({ clock, ledger, emission, state }, { share, cap, every }) {
    if (clock.tick % every === 0) {
      // Up to yesterday: today's orders are filled only when the market acts.
      state.daily = min(share * (ledger.burned - state.burnedBefore), cap) / every;
      state.burnedBefore = ledger.burned;
    }
    ledger.mint('emission', state.daily, 're-emitted');
    emission.reemitted += state.daily;
  },
  examples: [
    {
      says: 'MIP-15: of a million burned in a week 250,000 are minted in the next, and nothing after it',
      given: { before: 1_000_000 },
      days: 8,
      after: { 'ledger.emission': 250_000, 'emission.reemitted': 0 },
    },
    {
      says: 'MIP-15: of three million 500,000, and the overage is gone',
      given: { before: 3_000_000 },
      days: 7,
      after: { 'ledger.emission': 500_000, 'emission.reemitted': 500_000 / 7 },
    },
    {
      says: 'In periods of two days, all of it: half a day',
      given: { before: 10, share: 1, every: 2 },
      after: { 'emission.reemitted': 5 },
    },
  ],
});
