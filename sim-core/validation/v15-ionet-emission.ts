import { abs, floor } from '../kernel/math.ts';
import { mintedInEpochs } from '../mechanisms/emission/exponential-decay.ts';
import { sources } from '../mechanisms/sources.ts';
import { check } from './check.ts';

const hours = 175_319;
const published = [4566.21, 4566.15, 4566.08, 4566.02, 4565.96, 4565.89];

/** What the published rates sum to exactly, by integers of 40 digits. */
const exact = 300_000_000.0004409;

/**
 * io.net's hours. Each is computed on its own, as e^(hour * log(1 - decline)), and all are added with Neumaier's correction:
 * added plainly they come to 299,999,999.99986. Its published rates have 14 digits, which is why the exact sum is not round.
 */
export const ionetEmission = check({
  id: 'V15',
  title: 'io.net: 175,319 hourly emissions sum to 300,000,000',
  unit: 'token',
  source: sources.ionet,
  tolerance: { kind: 'absolute', value: 0, because: 'In whole tokens; hours are published to a hundredth.' },
  expected: [
    ...published.map((value, hour) => ({ of: `hour ${hour}`, value, within: 0.005 })),
    { of: 'sum of 20 years, unrounded', value: exact, within: 1e-6 },
    { of: 'sum of 20 years', value: 300_000_000 },
  ],
  constants: { initialSupply: 500_000_000, firstRate: 9.1324200913242e-6, decline: 1.38869523959793e-5 },
  compute({ initialSupply, firstRate, decline }) {
    const ofHour = (hour: number) => mintedInEpochs(initialSupply * firstRate, decline, hour, hour + 1);
    let total = 0;
    let lost = 0;
    for (let hour = 0; hour < hours; hour++) {
      const term = ofHour(hour);
      const next = total + term;
      lost += abs(total) >= abs(term) ? total - next + term : term - next + total;
      total = next;
    }
    total += lost;
    return [...published.map((_, hour) => ofHour(hour)), total, floor(total + 0.5)];
  },
});
