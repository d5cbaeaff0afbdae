import { describe, expect, it } from 'vitest';
import { smallDocument } from '../../../../test/small-scenario.ts';
import { everyFactor, namedFactors } from './find-factors.ts';
import { parseFactors } from './parse-factors.ts';

const document = smallDocument();
const named = (written: string) => namedFactors(document, parseFactors(written));
const usual = (written: string) => named(written)[0]?.factor;

describe('the usual range', () => {
  it('is half to double the value, in equal ratios', () => {
    expect(usual('agents.token.supply')).toEqual({
      path: 'agents.token.supply',
      min: 500_000,
      max: 2_000_000,
      scale: 'log',
    });
  });

  it('ends where the declared range ends', () => {
    expect(usual('reward.per-capacity.providerShare')).toMatchObject({ max: 1 });
  });

  it('is of whole numbers where the parameter is', () => {
    expect(usual('agents.providers.rows')).toMatchObject({ min: 25, max: 100, integer: true });
    expect(usual('agents.providers.rows=20..30')).toMatchObject({ min: 20, max: 30, integer: true });
  });

  it('is that of the middle of a distribution, or of the part that is named', () => {
    expect(usual('agents.providers.hurdle')).toMatchObject({
      path: 'agents.providers.hurdle.median',
      min: 182.5,
      max: 730,
    });
    expect(usual('agents.providers.hurdle.sigma')).toMatchObject({
      path: 'agents.providers.hurdle.sigma',
      min: 0.25,
      max: 1,
    });
  });

  it.each([
    ['agents.providers.regions', 'it is a table'],
    ['emission.halving.first', 'it is a date'],
    ['market.recorded.price', 'it is a series'],
    ['agents.providers.sellFraction', 'it is a spread without a middle'],
    ['agents.providers.hurdle.mean', 'its value has no part "mean"'],
    ['agents.token.supply.median', 'its value has no part "median"'],
  ])('is not there for %s', (path, because) => {
    expect(() => named(path)).toThrow(because);
  });
});

it('takes every number that is an assumption, or every number, and says what it leaves out', () => {
  const unsourced = everyFactor(document, 'unsourced');
  const all = everyFactor(document, 'all');
  const paths = unsourced.factors.map(({ factor }) => factor.path);
  expect(paths).toContain('agents.token.price');
  expect(paths).not.toContain('agents.token.supply'); // has a source
  expect(paths).not.toContain('agents.providers.rows'); // how finely is no belief
  expect(unsourced.factors.every((each) => each.unsourced)).toBe(true);
  expect(all.factors.find(({ factor }) => factor.path === 'agents.token.supply')?.unsourced).toBe(false);
  expect(unsourced.leftOut).toContainEqual({ path: 'market.recorded.price', because: 'it is a series' });
});

it('takes paths with options that are no parameters, such as overlays', () => {
  expect(named('overlay=none|price-crash, agents.token.price=1..4/log')).toMatchObject([
    {
      factor: { path: 'overlay', values: ['none', 'price-crash'] },
      unsourced: false,
      range: 'none | price-crash',
    },
    { factor: { min: 1, max: 4, scale: 'log' }, unsourced: true, range: '1 to 4', unit: 'USD/token' },
  ]);
});

it.each([
  ['agents.token.suply', 'There is no parameter "agents.token.suply"'],
  ['agents.token.price,agents.token.price=1..2', 'agents.token.price is named twice.'],
  ['agents.token.price=', 'neither a range nor several options'],
  ['agents.token.price=2..1', '2 is not below 1.'],
  ['agents.token.price=0..1/log', 'Ratios need a range above 0.'],
  ['a,,b', 'It has no path.'],
])('refuses %s', (written, message) => {
  expect(() => named(written)).toThrow(message);
});
