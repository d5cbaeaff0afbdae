import { dayNumber, isoDate } from '../kernel/calendar.ts';
import { baseline } from '../mechanisms/emission/baseline.ts';
import { sources } from '../mechanisms/sources.ts';
import { alone } from './alone.ts';
import { check } from './check.ts';
import { firstDay, gatheredPower, minedFil } from './figures/filecoin-chain.ts';

const bytesPerPiB = 1_125_899_906_842_624;
const from = dayNumber(firstDay.year, firstDay.month, firstDay.dayOfMonth) + 1;
const counted = increments(gatheredPower);
const mined = increments(minedFil);
/** Days from which 30 whole ones follow. */
const months = mined.flatMap((_, day) => (day % 30 === 0 && day + 30 <= mined.length ? [day] : []));

/** Filecoin's minting, driven by the power that the chain counted, against what was mined: drivers in, outcomes compared. */
export const filecoinMinting = check({
  id: 'V11',
  title: 'Filecoin minted by real power, 434 days from 2020-10-24, against what was mined',
  unit: 'token, share',
  source: sources.filecoinRecord,
  tolerance: {
    kind: 'relative',
    value: 0.01,
    because:
      'Blocks are won by lot, and a constant stands for the share that nobody won; in a month it is off by more.',
  },
  expected: [
    { of: 'mined in all', value: total(mined) },
    ...months.map((day) => ({
      of: `mined in 30 days from ${isoDate(from + day)}`,
      value: total(mined.slice(day, day + 30)),
      within: 0.06,
    })),
    { of: 'win efficiency: share of the formula that was mined', value: 0.97, within: 0.01 },
  ],
  constants: {
    winEfficiency: baseline.parameters.winEfficiency.default,
    total: 1.1e9,
    baselineShare: 0.7,
    halfLife: 6,
    initialBaseline: 2.88888888e18 / bytesPerPiB,
  },
  compute({ winEfficiency, ...rule }) {
    const daily = minted({ winEfficiency, ...rule });
    return [
      total(daily),
      ...months.map((day) => total(daily.slice(day, day + 30))),
      total(mined) / total(minted({ winEfficiency: 1, ...rule })),
    ];
  },
});

interface Rule {
  readonly winEfficiency: number;
  readonly total: number;
  readonly baselineShare: number;
  readonly halfLife: number;
  readonly initialBaseline: number;
}

/** FIL minted on each day by the mechanism, from the power that counted on it. */
function minted(rule: Rule): readonly number[] {
  const recorded = { days: counted.map((_, i) => from + i), values: counted };
  const { world, on } = alone(baseline, { power: 'recorded', recorded, gathered: gatheredPower[0], ...rule });
  return counted.map((_, i) => {
    on(from + i);
    return world.ledger.mintedToday;
  });
}

/** What a running total gained on each day after its first. */
function increments(running: readonly number[]): readonly number[] {
  return running.slice(1).map((value, i) => value - running[i]);
}

function total(values: readonly number[]): number {
  return values.reduce((a, b) => a + b, 0);
}
