import { dayNumber } from '../kernel/calendar.ts';
import { halving } from '../mechanisms/emission/halving.ts';
import { sources } from '../mechanisms/sources.ts';
import { alone } from './alone.ts';
import { check } from './check.ts';
import { mintedBeforeYear, mintedInYear } from './figures/hip20-schedule.ts';

/** HIP-20's table: the mechanism's amount a day on 1 August of 50 years, times the 365 epochs that the table counts. */
export const hip20Schedule = check({
  id: 'V6',
  title: 'HIP-20 emission schedule, 50 years',
  unit: 'token',
  source: { ...sources.hip20, licence: 'Apache-2.0' },
  tolerance: {
    kind: 'absolute',
    value: 0.050001,
    because:
      'Published to a tenth, and the sum before a year to one; a hair more, since halves of a digit are not exact.',
  },
  expected: mintedInYear.flatMap((value, i) => [
    { of: `year ${i + 1}: minted`, value },
    { of: `year ${i + 1}: minted before`, value: mintedBeforeYear[i], within: 0.500001 },
  ]),
  constants: { firstYear: 60_000_000, halvesEvery: 24 },
  compute({ firstYear, halvesEvery }) {
    const { world, on } = alone(halving, {
      initial: firstYear,
      first: dayNumber(2019, 8, 1),
      period: halvesEvery,
    });
    let before = 0;
    return mintedInYear.flatMap((_, year) => {
      on(dayNumber(2019 + year, 8, 1));
      const minted = world.emission.scheduled * 365;
      const both = [minted, before];
      before += minted;
      return both;
    });
  },
});
