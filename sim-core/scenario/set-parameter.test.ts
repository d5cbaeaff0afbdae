import { describe, expect, it } from 'vitest';
import { smallDocument, smallText } from '../../test/small-scenario.ts';
import { dayNumber } from '../kernel/calendar.ts';
import { parseAssignment, setAll, setParameter } from './set-parameter.ts';

const document = smallDocument();

function valueAfter(path: string, written: string): unknown {
  const set = setParameter(document, path, written);
  if (!set.ok) throw new Error(set.problems[0]?.message);
  const dot = path.lastIndexOf('.');
  return set.document.spec.mechanisms.find((use) => use.id === path.slice(0, dot))?.parameters[
    path.slice(dot + 1)
  ];
}

function problemAfter(path: string, written: string): string {
  const set = setParameter(document, path, written);
  return set.ok
    ? 'none'
    : set.problems.map(({ where, message, hint }) => `${where}: ${message} (${hint})`).join('\n');
}

describe('a value is set', () => {
  it.each([
    ['agents.token.supply', '5', 5],
    ['agents.token.supply', '5e6 token', 5e6],
    ['emission.halving.period', ' 12 month ', 12],
    ['emission.halving.first', '2020-02-29', dayNumber(2020, 2, 29)],
    ['agents.providers.hurdle', '300 day', { kind: 'fixed', value: 300 }],
    [
      'agents.providers.hurdle',
      '{lognormal: {median: 300, sigma: 0.4}}',
      { kind: 'lognormal', median: 300, sigma: 0.4 },
    ],
    ['agents.providers.hurdle', '{empirical: [100, 200]}', { kind: 'empirical', values: [100, 200] }],
    [
      'agents.providers.hurdle',
      '{triangular: {min: 1, mode: 2, max: 3}}',
      { kind: 'triangular', min: 1, mode: 2, max: 3 },
    ],
    ['emission.net.cap', '7', { days: [0], values: [7] }],
    ['emission.net.cap', '{2024-01-03: 7}', { days: [dayNumber(2024, 1, 3)], values: [7] }],
  ])('%s=%s', (path, written, value) => {
    expect(valueAfter(path, written)).toEqual(value);
  });

  it('start and horizon', () => {
    const set = setAll(document, [
      { path: 'horizon', written: '2 week' },
      { path: 'start', written: '2024-01-02' },
    ]);
    expect(set.ok && set.document.spec).toMatchObject({ ticks: 14, startDay: dayNumber(2024, 1, 2) });
  });

  it('its origin is no longer the old one, and nothing else changes', () => {
    const set = setParameter(document, 'agents.token.supply', '5');
    if (!set.ok) throw new Error('not set');
    expect(set.document.origins.get('agents.token.supply')).toEqual({
      kind: 'assumption',
      because: 'Set by hand.',
    });
    expect(document.origins.get('agents.token.supply')?.kind).toBe('source');
    expect(set.document.text).toBe(smallText);
    expect(set.document.spec.mechanisms.slice(1)).toEqual(document.spec.mechanisms.slice(1));
  });

  it('values that fit only together are checked together', () => {
    const text = smallText.replace(
      '    - use: emission.net\n',
      '    - use: emission.fixed\n    - use: emission.net\n',
    );
    const fixed = smallDocument(text);
    const from = { path: 'emission.fixed.from', written: '2030-01-01' };
    const until = { path: 'emission.fixed.until', written: '2031-01-01' };
    expect(setAll(fixed, [from, until]).ok).toBe(true);
    expect(setAll(fixed, [from])).toMatchObject({ ok: false, problems: [{ where: 'emission.fixed.until' }] });
  });
});

describe('a value is refused', () => {
  it.each([
    [
      'emission.halving.perod',
      '12',
      'There is no parameter "emission.halving.perod". (Did you mean "emission.halving.period"?',
    ],
    ['horizn', '12 day', 'Did you mean "horizon"?'],
    [
      'emission.halving.period',
      '12 day',
      'emission.halving.period: emission.halving.period is given in "day", but is declared in month.',
    ],
    ['emission.halving.period', '0', 'below the least allowed, 1 month'],
    ['emission.halving.period', '', 'is empty'],
    ['emission.halving.period', '[', 'This is not YAML'],
    ['agents.providers.regions', 'data/x.csv', 'it can only be given as a data file in the scenario'],
    ['emission.fixed.amount', '1', 'There is no parameter "emission.fixed.amount"'],
    ['start', 'tomorrow', 'start is "tomorrow": it must be a date.'],
  ])('%s=%s', (path, written, problem) => {
    expect(problemAfter(path, written)).toContain(problem);
  });
});

it('an assignment has a path, an equals sign and a value', () => {
  expect(parseAssignment('a.b={c: "d=e"}')).toEqual({ path: 'a.b', written: '{c: "d=e"}' });
  expect(() => parseAssignment('a.b')).toThrow('"a.b" is no assignment.');
  expect(() => parseAssignment('=5')).toThrow('is no assignment');
});
