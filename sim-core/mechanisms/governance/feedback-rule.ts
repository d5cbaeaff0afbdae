import { mechanism } from '../../contract/mechanism.ts';
import { choice, number, table } from '../../contract/parameter.ts';
import { clamp, emaWeight, max } from '../../kernel/math.ts';
import { sources } from '../sources.ts';

const measures = [
  'active providers',
  'utilisation',
  'burned over minted',
  'staked over supply',
  'price',
] as const;

const controlColumns = {
  parameter: { kind: 'text', label: 'Parameter' },
  value: { kind: 'number', label: 'Value at a factor of 1', unit: '1', min: -1e18, max: 1e18 },
} as const;

/** For the examples: steers a schedule. */
const controls = { parameter: ['emission.fixed.amount'], value: [1000] };

/** A rule that changes rules: every few weeks parameters are multiplied by a bounded factor that steers a figure to a target. */
export const feedbackRule = mechanism({
  id: 'governance.feedback-rule',
  version: 1,
  slot: 'governance',
  title: 'Feedback rule',
  summary:
    'Multiplies parameters every so many days by a bounded factor that steers a measured figure to a target.',
  sources: [sources.rnp20, sources.akcin],
  parameters: {
    controls: table({
      label: 'Steers',
      unit: 'row',
      why: 'Parameters, as slot.mechanism.parameter, that take their value times the factor.',
      columns: controlColumns,
    }),
    measure: choice({
      label: 'Measures',
      unit: '1',
      options: measures,
      default: 'active providers',
      why: 'What is held to the target. The price is the hardest: the rule moves what is paid, not what traders think.',
    }),
    target: number({
      label: 'Target',
      unit: '1',
      min: 1e-12,
      max: 1e15,
      default: 10_000,
      step: 1,
      why: 'In the unit of what is measured: units, a share, or USD.',
    }),
    gain: number({
      label: 'Gain',
      unit: '1',
      min: -10,
      max: 10,
      default: -0.5,
      step: 0.1,
      why: 'Change of the factor for each share by which the measure is over the target. Below 0: less when there is more.',
    }),
    every: number({
      label: 'Every',
      unit: 'day',
      min: 1,
      max: 3650,
      default: 84,
      step: 7,
      integer: true,
      why: 'Slower than the network answers, it lags; faster, it chases noise. RNP-020: twelve weeks.',
      source: sources.rnp20,
    }),
    memory: number({
      label: 'Averaged over',
      unit: 'day',
      min: 1,
      max: 365,
      default: 84,
      step: 7,
      why: 'Time over which the figure is averaged. RNP-020: twelve weeks.',
      source: sources.rnp20,
    }),
    largestStep: number({
      label: 'Largest step',
      unit: 'share',
      min: 0,
      max: 0.99,
      default: 0.1,
      step: 0.05,
      why: 'What one change can do at most. RNP-020 begins with 10 %.',
      source: sources.rnp20,
    }),
    lowest: number({
      label: 'Lowest factor',
      unit: '1',
      min: 0,
      max: 1,
      default: 0.25,
      step: 0.05,
      why: 'What the rule can never take away.',
    }),
    highest: number({
      label: 'Highest factor',
      unit: '1',
      min: 1,
      max: 100,
      default: 3,
      step: 0.25,
      why: 'What the rule can never pass.',
    }),
  },
  state: { factor: 1, measured: 0, over: 0 },
  reads: ['network.active', 'network.capacity', 'demand.served', 'market.price', 'ledger.staked'],
  writes: ['governance.proposals', 'governance.passed'],
  step(world, { measure, target, gain, every, memory, largestStep, lowest, highest }) {
    const { governance, network, demand, market, ledger, clock, state } = world;
    let figure = network.active;
    let over = 1;
    if (measure === 'utilisation') {
      figure = demand.served;
      over = network.capacity;
    } else if (measure === 'burned over minted') {
      figure = ledger.burnedToday;
      over = ledger.mintedToday;
    } else if (measure === 'staked over supply') {
      figure = ledger.balance('staked');
      over = ledger.genesis + ledger.minted - ledger.burned;
    } else if (measure === 'price') {
      figure = market.price;
    }
    // The averages begin at their first values.
    const today = max(emaWeight(memory), 1 / (clock.tick + 1));
    state.measured += today * (figure - state.measured);
    state.over += today * (over - state.over);
    if ((clock.tick + 1) % every !== 0 || state.over <= 0) return;

    const step = clamp(gain * (state.measured / state.over / target - 1), -largestStep, largestStep);
    const factor = clamp(state.factor * (1 + step), lowest, highest);
    if (factor === state.factor) return;
    state.factor = factor;
    governance.proposals += 1;
    governance.passed += 1;
  },
  inForce: ({ state }, { controls }) =>
    controls.parameter.map((path, row) => ({ path, value: state.factor * controls.value[row] })),
  refuses: ({ controls }) =>
    controls.parameter.length > 0
      ? undefined
      : {
          parameter: 'controls',
          message: 'Nothing is steered.',
          hint: 'Give a row for each parameter, or leave the mechanism out.',
        },
  examples: [
    {
      says: 'At the target nothing changes',
      given: { controls, every: 1, target: 100 },
      before: { 'network.active': 100 },
      after: { 'governance.proposals': 0, 'governance.passed': 0 },
    },
    {
      says: 'Above it the factor falls each time, until the lowest is reached after two steps of a tenth',
      given: { controls, every: 1, target: 100, lowest: 0.85 },
      before: { 'network.active': 200 },
      days: 5,
      after: { 'governance.proposals': 2, 'governance.passed': 2 },
    },
    {
      says: 'Only at the end of each period: once in three days of two',
      given: { controls, every: 2, measure: 'price', target: 1 },
      before: { 'market.price': 2 },
      days: 3,
      after: { 'governance.proposals': 1 },
    },
    {
      says: 'A price of 2 meets a target of 2',
      given: { controls, every: 1, measure: 'price', target: 2 },
      before: { 'market.price': 2 },
      after: { 'governance.proposals': 0 },
    },
    {
      says: 'Where there is no capacity there is no utilisation to steer by',
      given: { controls, every: 1, measure: 'utilisation', target: 0.5 },
      before: { 'demand.served': 10 },
      after: { 'governance.proposals': 0 },
    },
    {
      says: 'Utilisation of 0.4 meets a target of 0.4',
      given: { controls, every: 1, measure: 'utilisation', target: 0.4 },
      before: { 'demand.served': 40, 'network.capacity': 100 },
      after: { 'governance.proposals': 0 },
    },
    {
      says: 'So does a quarter of supply staked one of 0.25',
      given: { controls, every: 1, measure: 'staked over supply', target: 0.25 },
      before: { 'ledger.staked': 25, 'ledger.traders': 75 },
      after: { 'governance.proposals': 0 },
    },
    {
      says: 'Without minting there is nothing to compare burns with',
      given: { controls, every: 1, measure: 'burned over minted', target: 1 },
      after: { 'governance.proposals': 0 },
    },
  ],
});
