import { expect, it } from 'vitest';
import { StudioError } from './contract/errors.ts';
import { halving } from './mechanisms/emission/halving.ts';
import { Rules } from './rules.ts';

const written = { initial: 60_000_000, first: 18_109, period: 24 };

it('takes its own patches, the later ones, and lets go of those no longer in force', () => {
  const rules = new Rules(halving, written);
  rules.enforce([
    { path: 'emission.halving.period', value: 12 },
    { path: 'emission.halving.period', value: 18 },
    { path: 'emission.halving-other.period', value: 6 },
    { path: 'reward.data-first.dataCap', value: 0 },
  ]);
  expect(rules.parameters).toEqual({ ...written, period: 18 });
  rules.enforce([]);
  expect(rules.parameters).toEqual(written);
});

it.each([
  ['emission.halving.periods', 12, 'governance.bad-path', 'It can change initial, period.'],
  ['emission.halving.first', 12, 'governance.bad-path', 'It can change initial, period.'],
  ['emission.halving.period', 0, 'governance.out-of-range', 'It may be 1 to 240 month.'],
  ['emission.halving.period', Number.NaN, 'governance.out-of-range', 'It may be 1 to 240 month.'],
  ['emission.halving.period', 12.5, 'governance.not-whole', expect.stringContaining('Give a whole number')],
])('refuses %s = %d', (path, value, code, hint) => {
  let thrown: unknown;
  try {
    new Rules(halving, written).enforce([{ path, value }]);
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(StudioError);
  expect(thrown).toMatchObject({ code, hint });
});
