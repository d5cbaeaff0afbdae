import { mechanism } from '../../contract/mechanism.ts';
import { choice, date, number, series } from '../../contract/parameter.ts';
import { dayNumber } from '../../kernel/calendar.ts';
import { log, max, min } from '../../kernel/math.ts';
import { valueOn } from '../../kernel/series.ts';
import { sources } from '../sources.ts';
import { baselineAt, mintedBetween, networkTime } from './baseline-rule.ts';

/** A small case for examples: 1,000 tokens, a half-life of two days, a baseline of 10 PiB. */
const plain = {
  total: 1000,
  halfLife: 2 / 365,
  initialBaseline: 10,
  genesis: 0,
  genesisHour: 0,
  gathered: 0,
  winEfficiency: 1,
};

/** Filecoin: part is minted as time passes, the larger part only as the network gathers the power it was meant to have. */
export const baseline = mechanism({
  id: 'emission.baseline',
  version: 1,
  slot: 'emission',
  title: 'Baseline minting',
  summary:
    'Mints one part of a total by the clock and the other by an effective time that runs only as fast as power reaches a baseline.',
  sources: [sources.filecoinSpec, sources.filecoinActors, sources.filecoinRecord],
  parameters: {
    total: number({
      label: 'Total to mint',
      unit: 'token',
      min: 0,
      max: 1e15,
      default: 1_100_000_000,
      step: 1_000_000,
      why: 'Both parts approach it and never pass it: 55 % of two billion.',
      source: sources.filecoinSpec,
    }),
    baselineShare: number({
      label: 'Minted by power',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.7,
      step: 0.05,
      why: 'What is withheld while power is below the baseline, to be paid once it comes.',
      source: sources.filecoinSpec,
    }),
    halfLife: number({
      label: 'Half-life',
      unit: 'year',
      min: 0.001,
      max: 100,
      default: 6,
      step: 0.5,
      why: 'Years of 365 days in which half of what is left is minted.',
      source: sources.filecoinSpec,
    }),
    initialBaseline: number({
      label: 'Baseline at the beginning',
      unit: 'PiB',
      min: 1e-6,
      max: 1e12,
      default: 2565.8487601276647,
      step: 10,
      why: 'Power that the network is meant to have on the first day: 2.88888888e18 bytes, 2.5057 EiB.',
      source: sources.filecoinActors,
    }),
    growth: number({
      label: 'Baseline grows by',
      unit: 'share/year',
      min: 0.001,
      max: 10,
      default: 1,
      step: 0.05,
      why: 'Faster than storage grows, it withholds more every year. 1 doubles it each year.',
      source: sources.filecoinSpec,
    }),
    genesis: date({
      label: 'Clock starts on',
      unit: 'date',
      default: dayNumber(2020, 8, 24),
      why: 'Both the clock and the baseline run from here: epoch 0 was on 2020-08-24 at 22:00 UTC.',
      source: sources.filecoinRecord,
    }),
    genesisHour: number({
      label: 'Hour of the clock',
      unit: 'hour',
      min: 0,
      max: 24,
      default: 22,
      step: 1,
      why: 'Hour of that day at which epoch 0 began.',
      source: sources.filecoinRecord,
    }),
    gathered: number({
      label: 'Gathered before the start',
      unit: 'PiB day',
      min: 0,
      max: 1e15,
      default: 13_184.574114771163,
      step: 100,
      why: 'Power times days up to the baseline before the run. On chain by the end of 2020-10-14, the day before mainnet.',
      source: sources.filecoinRecord,
    }),
    power: choice({
      label: 'Power',
      unit: '1',
      options: ['of the network', 'recorded'],
      default: 'of the network',
      why: 'What the providers of the run have, in PiB of capacity, or a recorded series that nothing in the run moves.',
    }),
    recorded: series({
      label: 'Recorded power',
      unit: 'PiB',
      min: 0,
      max: 1e12,
      default: { days: [0], values: [0] },
      why: 'Raw power on chain by day, used where power is recorded; then minting can be held against the chain.',
    }),
    winEfficiency: number({
      label: 'Win efficiency',
      unit: 'share',
      min: 0,
      max: 1,
      default: 0.97,
      step: 0.005,
      why: 'Blocks that nobody won mint nothing. On chain 0.974 of the formula was mined from 2020-10-15 to 2021-12-31.',
      source: sources.filecoinRecord,
    }),
  },
  refuses: ({ power, recorded }) =>
    power === 'recorded' && recorded.values.every((value) => value === 0)
      ? {
          parameter: 'recorded',
          message: 'Power is recorded, but no record is given.',
          hint: 'Give the series in PiB, or set power to that of the network.',
        }
      : undefined,
  state: { gathered: 0, networkDays: 0 },
  reads: ['network.capacity'],
  writes: ['ledger.emission', 'emission.scheduled', 'emission.decline', 'emission.comingYear'],
  start({ state }, given) {
    state.gathered = given.gathered;
    state.networkDays = networkTime(given.initialBaseline, dailyGrowth(given.growth), given.gathered);
  },
  step({ clock, network, ledger, emission, state }, given) {
    const growth = dailyGrowth(given.growth);
    const rate = log(2) / (365 * given.halfLife);
    const byPower = given.total * given.baselineShare * given.winEfficiency;
    const byClock = given.total * (1 - given.baselineShare) * given.winEfficiency;
    const begins = clock.day - given.genesis - given.genesisHour / 24;
    const now = max(0, begins);

    const power = given.power === 'recorded' ? valueOn(given.recorded, clock.day) : network.capacity;
    const counted = min(power, baselineAt(given.initialBaseline, growth, now));
    const before = state.networkDays;
    state.gathered += counted;
    state.networkDays = networkTime(given.initialBaseline, growth, state.gathered);
    const amount =
      mintedBetween(byClock, rate, now, max(0, begins + 1)) +
      mintedBetween(byPower, rate, before, state.networkDays);
    ledger.mint('emission', amount, 'baseline');
    emission.scheduled += amount;

    // For those who look ahead: power as it is now.
    const inAYear = networkTime(given.initialBaseline, growth, state.gathered + 364 * counted);
    emission.decline = rate;
    emission.comingYear +=
      mintedBetween(byClock, rate, now, max(0, begins + 365)) + mintedBetween(byPower, rate, before, inAYear);
  },
  invariants: [
    {
      says: 'effective time never runs ahead of the power gathered for it',
      holds: ({ state }, { initialBaseline, growth }) =>
        state.networkDays <= networkTime(initialBaseline, dailyGrowth(growth), state.gathered),
    },
  ],
  examples: [
    {
      says: 'By the clock alone: the first 0.5 of a half-life of two days mints 1 - 2^-0.5 of the total',
      given: { ...plain, baselineShare: 0 },
      after: {
        'emission.scheduled': 1000 * (1 - 0.7071067811865476),
        'ledger.emission': 1000 * (1 - 0.7071067811865476),
        'emission.comingYear': 1000,
        'emission.decline': 0.34657359027997264,
      },
    },
    {
      says: 'With exactly the power of the baseline, the part by power follows the clock',
      given: { ...plain, baselineShare: 1, growth: 0.001 },
      before: { 'network.capacity': 10 },
      after: { 'emission.scheduled': 1000 * (1 - 0.7071067811865476) },
      tolerance: 2e-6,
    },
    {
      says: 'Half the power: half the time passes; ten times the power counts once',
      given: { ...plain, baselineShare: 1, growth: 0.001, winEfficiency: 0.5 },
      before: { 'network.capacity': 5 },
      after: { 'emission.scheduled': 500 * (1 - 0.8408964152537145) },
      tolerance: 2e-6,
    },
    {
      says: 'Power above the baseline is not counted',
      given: { ...plain, baselineShare: 1, growth: 0.001 },
      before: { 'network.capacity': 100 },
      after: { 'emission.scheduled': 1000 * (1 - 0.7071067811865476) },
      tolerance: 2e-6,
    },
    {
      says: 'A recorded series takes the place of the network',
      given: {
        ...plain,
        baselineShare: 1,
        growth: 0.001,
        power: 'recorded',
        recorded: { days: [0], values: [5] },
      },
      before: { 'network.capacity': 10 },
      after: { 'emission.scheduled': 1000 * (1 - 0.8408964152537145) },
      tolerance: 2e-6,
    },
    {
      says: 'Filecoin on its first day of mainnet, 2020-10-15, with the power that day had: 0.97 of the formula',
      given: { genesis: -52 },
      before: { 'network.capacity': 549.0928879886327 },
      after: { 'emission.scheduled': 149680.41597893887 },
      tolerance: 1e-10,
    },
  ],
});

const dailyGrowth = (yearly: number): number => log(1 + yearly) / 365;
