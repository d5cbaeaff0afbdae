import { mechanism } from '../../contract/mechanism.ts';
import { number, series } from '../../contract/parameter.ts';
import { min } from '../../kernel/math.ts';
import { valueOn } from '../../kernel/series.ts';
import { sources } from '../sources.ts';

/** Burned tokens come back: a moving average of what was burned is minted again, up to a cap. */
export const net = mechanism({
  id: 'emission.net',
  version: 1,
  slot: 'emission',
  title: 'Net emissions',
  summary: 'Mints again, up to a daily cap, the moving average of what was burned.',
  sources: [sources.hip20, sources.hip138],
  parameters: {
    window: number({
      label: 'Averaged over',
      unit: 'day',
      min: 1,
      max: 365,
      default: 7,
      step: 1,
      why: 'Burns come in lumps: today counts 1/window, what was remembered the rest.',
      source: sources.hip138,
    }),
    cap: series({
      label: 'Cap',
      unit: 'token/day',
      min: 0,
      max: 1e15,
      default: { days: [0], values: [34.24] },
      why: 'Above it burns are gone for good, so that heavy use makes the token scarcer.',
      source: sources.hip20,
    }),
    atStart: number({
      label: 'Average at start',
      unit: 'token/day',
      min: 0,
      max: 1e15,
      default: 0.000003,
      step: 1,
      why: 'What is remembered on the first day; the chain starts at 300 bones.',
      source: sources.hip138,
    }),
  },
  state: { average: 0, burnedBefore: 0 },
  reads: [],
  writes: ['ledger.emission', 'emission.reemitted'],
  start({ state }, { atStart }) {
    state.average = atStart;
  },
  step({ clock, ledger, emission, state }, { window, cap }) {
    // Yesterday's burns: today's orders are filled only when the market acts.
    const burned = ledger.burned - state.burnedBefore;
    state.burnedBefore = ledger.burned;
    if (clock.tick > 0) state.average += (burned - state.average) / window;
    const amount = min(state.average, valueOn(cap, clock.day));
    ledger.mint('emission', amount, 're-emitted');
    emission.reemitted += amount;
  },
  examples: [
    {
      says: 'The average is minted again while it is under the cap',
      given: { atStart: 20 },
      after: { 'emission.reemitted': 20, 'ledger.emission': 20 },
    },
    {
      says: 'The cap holds',
      given: { atStart: 700, cap: { days: [0], values: [34.24] } },
      after: { 'emission.reemitted': 34.24 },
    },
    {
      says: 'Without burns a seventh is forgotten every day',
      given: { atStart: 7, cap: { days: [0], values: [100] } },
      days: 2,
      after: { 'emission.reemitted': 6, 'ledger.emission': 13 },
    },
  ],
});
