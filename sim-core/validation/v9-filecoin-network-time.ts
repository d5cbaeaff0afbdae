import { dayNumber, isoDate } from '../kernel/calendar.ts';
import { log } from '../kernel/math.ts';
import { networkTime } from '../mechanisms/emission/baseline-rule.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';
import { effectiveTime, firstDay, gatheredPower } from './figures/filecoin-chain.ts';

const bytesPerPiB = 1_125_899_906_842_624;
const from = dayNumber(firstDay.year, firstDay.month, firstDay.dayOfMonth);

/** Effective network time that the chain had, from the power it had gathered. */
export const filecoinNetworkTime = check({
  id: 'V9',
  title: 'Filecoin effective network time from gathered power, 435 days from 2020-10-23',
  unit: 'day',
  source: sources.filecoinRecord,
  tolerance: {
    kind: 'relative',
    value: 5e-5,
    because:
      'The chain adds up epochs in whole bytes and began with another baseline; the formula is continuous.',
  },
  expected: effectiveTime.map((value, i) => ({ of: isoDate(from + i), value })),
  constants: { baselineBytes: 2.88888888e18, doublesInDays: 365 },
  compute({ baselineBytes, doublesInDays }) {
    const initial = baselineBytes / bytesPerPiB;
    const growth = log(2) / doublesInDays;
    return gatheredPower.map((gathered) => networkTime(initial, growth, gathered));
  },
});
