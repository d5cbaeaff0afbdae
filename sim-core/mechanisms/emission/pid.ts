import { mechanism } from '../../contract/mechanism.ts';
import { number } from '../../contract/parameter.ts';
import { clamp } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

/** A controller: emission rises while there are too few providers and falls while there are too many. */
export const pid = mechanism({
  id: 'emission.pid',
  version: 1,
  slot: 'emission',
  title: 'PID controller',
  summary:
    'Mints a base amount, corrected every few days by how far providers are from a target, for how long, and how fast that changes.',
  sources: [sources.meshnet],
  parameters: {
    base: number({
      label: 'Base',
      unit: 'token/day',
      min: 0,
      max: 1e15,
      default: 109_589,
      step: 1000,
      why: 'Minted while the target is met: 400 million in ten years.',
      source: sources.meshnet,
    }),
    target: number({
      label: 'Target',
      unit: 'unit',
      min: 1,
      max: 1e9,
      default: 10_000,
      step: 100,
      why: 'Active providers that the controller steers for; errors are shares of it.',
      source: sources.meshnet,
    }),
    proportional: number({
      label: 'Proportional gain',
      unit: '1',
      min: 0,
      max: 10,
      default: 0.8,
      step: 0.05,
      why: 'Answer to the present error: none of the target left adds 80 % of base.',
      source: sources.meshnet,
    }),
    integral: number({
      label: 'Integral gain',
      unit: '1',
      min: 0,
      max: 10,
      default: 0.15,
      step: 0.05,
      why: 'Answer to errors that last; too much of it overshoots.',
      source: sources.meshnet,
    }),
    derivative: number({
      label: 'Derivative gain',
      unit: '1',
      min: 0,
      max: 10,
      default: 0.2,
      step: 0.05,
      why: 'Answer to the change of the error since the last correction: it damps.',
      source: sources.meshnet,
    }),
    cadence: number({
      label: 'Corrected every',
      unit: 'day',
      min: 1,
      max: 365,
      default: 14,
      step: 1,
      integer: true,
      why: 'Slower than providers react, it lags; faster, it chases noise.',
      source: sources.meshnet,
    }),
    lowest: number({
      label: 'Lowest',
      unit: '1',
      min: 0,
      max: 1,
      default: 0.25,
      step: 0.05,
      why: 'Multiple of base that is always paid.',
      source: sources.meshnet,
    }),
    highest: number({
      label: 'Highest',
      unit: '1',
      min: 1,
      max: 100,
      default: 3,
      step: 0.25,
      why: 'Multiple of base that is never passed: what a crisis may cost.',
      source: sources.meshnet,
    }),
    windUp: number({
      label: 'Memory at most',
      unit: '1',
      min: 0,
      max: 1000,
      default: 5,
      step: 0.5,
      why: 'Sum of errors that is remembered at most, so that a long crisis is forgotten again.',
      source: sources.meshnet,
    }),
  },
  state: { amount: 0, sum: 0, before: 0 },
  reads: ['network.active'],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.comingYear'],
  step({ clock, network, ledger, emission, state }, given) {
    if (clock.tick % given.cadence === 0) {
      const error = (given.target - network.active) / given.target;
      state.sum = clamp(state.sum + error, -given.windUp, given.windUp);
      const change = error - state.before;
      state.before = error;
      const correction = given.proportional * error + given.integral * state.sum + given.derivative * change;
      state.amount = given.base * clamp(1 + correction, given.lowest, given.highest);
    }
    ledger.mint('emission', state.amount, 'controlled');
    emission.scheduled += state.amount;
    emission.comingYear += 365 * state.amount;
  },
  examples: [
    {
      says: 'Half the target: 1 + 0.8 / 2 + 0.15 / 2 + 0.2 / 2 of base',
      given: { base: 1000 },
      before: { 'network.active': 5000 },
      after: { 'emission.scheduled': 1575, 'ledger.emission': 1575, 'emission.comingYear': 574_875 },
    },
    {
      says: 'Two weeks later the error has lasted and not changed: 1 + 0.4 + 0.15',
      given: { base: 1000 },
      before: { 'network.active': 5000 },
      days: 15,
      after: { 'emission.scheduled': 1550, 'ledger.emission': 14 * 1575 + 1550 },
    },
    {
      says: 'Twice the target: the lower bound holds',
      given: { base: 1000 },
      before: { 'network.active': 20_000 },
      after: { 'emission.scheduled': 250 },
    },
    {
      says: 'Nobody for ten corrections: the sum stops at 5, and 1 + 0.8 + 0.75 of base is paid',
      given: { base: 1000, cadence: 1 },
      before: { 'network.active': 0 },
      days: 10,
      after: { 'emission.scheduled': 2550 },
    },
    {
      says: 'With larger gains the upper bound holds',
      given: { base: 1000, proportional: 5 },
      before: { 'network.active': 0 },
      after: { 'emission.scheduled': 3000 },
    },
  ],
});
