import { floor } from '../kernel/math.ts';
import { ofWeek } from '../mechanisms/emission/weekly-decay.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';

/** DIMO's weekly issuance, added up: 7 years of weeks, and the 40 years whose total DIP-2 states. */
export const dimoIssuance = check({
  id: 'V14',
  title: 'DIMO: 364 weekly issuances sum to 260,264,270, 2,080 to 382,491,185',
  unit: 'token',
  source: sources.dip2,
  tolerance: {
    kind: 'absolute',
    value: 0,
    because: 'Published in whole tokens: the rest of one is dropped.',
  },
  expected: [
    { of: '364 weeks', value: 260_264_270 },
    { of: '40 years of 52 weeks', value: 382_491_185 },
  ],
  constants: { initial: 1_105_000, kept: 0.85, yearWeeks: 52 },
  compute({ initial, kept, yearWeeks }) {
    return [364, 2080].map((weeks) => {
      let total = 0;
      for (let week = 0; week < weeks; week++) total += ofWeek(initial, kept, yearWeeks, week);
      return floor(total);
    });
  },
});
