import { describe, expect, it } from 'vitest';
import { smallDocument } from '../../test/small-scenario.ts';
import { describeParameters } from './describe-parameters.ts';

const shown = new Map(describeParameters(smallDocument()).map((each) => [each.path, each]));

describe('a parameter in words', () => {
  it.each([
    ['agents.token.supply', '1,000,000 token'],
    ['agents.providers.hurdle', 'lognormal, median 365 day, sigma 0.5'],
    ['agents.providers.regions', 'table of 2 rows: name, share, power_price, import_markup, extra_lead'],
    ['emission.halving.first', '2023-08-01'],
    ['emission.net.cap', '10 token/day, from 2024-01-08 20 token/day'],
    [
      'demand.recorded.burned',
      '70 token/week, from 2024-01-08 140 token/week, from 2024-01-15 35 token/week',
    ],
    ['market.recorded.price', '2 USD/token'],
    ['agents.providers.sellFraction', 'uniform, 0.2 to 1 share'],
  ])('%s: %s', (path, words) => {
    expect(shown.get(path)?.shown).toBe(words);
  });

  it('has its label, its unit and where it comes from', () => {
    expect(shown.get('agents.token.supply')).toMatchObject({
      label: 'Supply at start',
      unit: 'token',
      origin: { kind: 'source', title: 'A paper' },
    });
  });
});
