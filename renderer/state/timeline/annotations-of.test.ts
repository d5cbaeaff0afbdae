import { describe, expect, it } from 'vitest';
import type { MechanismView } from '../../../main/api/model/model-api.ts';
import type { MechanismUse, ScenarioSpec } from '../../../sim-core/contract/scenario.ts';
import { nextTo } from './annotation.ts';
import { annotationsOf } from './annotations-of.ts';

const day = (date: string): number => Date.parse(date) / 86_400_000;
const spec = (...mechanisms: MechanismUse[]): ScenarioSpec => ({
  ...{ id: 'made-up', version: 1, startDay: day('2023-04-24'), ticks: 1000, mechanisms },
});
const use = (id: string, parameters: MechanismUse['parameters']): MechanismUse => ({
  ...{ id, version: 1, parameters },
  slot: id.split('.')[0] as MechanismUse['slot'],
});
const declared = (
  id: string,
  title: string,
  parameters: MechanismView['parameters'] = {},
): MechanismView => ({
  ...{ id, version: 1, slot: id.split('.')[0] as MechanismView['slot'], title, summary: '', sources: [] },
  ...{ parameters, needs: [], reads: [], writes: [], invariants: [], own: false },
});

describe('what happens on known days', () => {
  it('finds halvings on the day of the month of the first', () => {
    const found = annotationsOf(spec(use('emission.halving', { first: day('2019-08-02'), period: 24 })), []);
    expect(found).toEqual([
      {
        tick: day('2023-08-02') - day('2023-04-24'),
        kind: 'halving',
        text: 'emission.halving 2 of the emission',
      },
      {
        tick: day('2025-08-02') - day('2023-04-24'),
        kind: 'halving',
        text: 'emission.halving 3 of the emission',
      },
    ]);
  });

  it('finds the halving of a month without that day where the engine halves: on the first of the next', () => {
    const found = annotationsOf(spec(use('emission.halving', { first: day('2022-08-31'), period: 18 })), []);
    expect(found.map(({ tick }) => tick)).toEqual([
      day('2024-03-01') - day('2023-04-24'),
      day('2025-08-31') - day('2023-04-24'),
    ]);
  });

  it('finds shocks that are scheduled, with their end, and not those at random or after the run', () => {
    const mechanisms = [declared('shocks.outage', 'Outage')];
    const at = (parameters: MechanismUse['parameters']) =>
      annotationsOf(spec(use('shocks.outage', parameters)), mechanisms);
    expect(at({ when: 'scheduled', after: 365, duration: 30 })).toEqual([
      { tick: 365, until: 394, kind: 'shock', text: 'Outage' },
    ]);
    expect(at({ when: 'scheduled', after: 990, duration: 30 })[0]?.until).toBe(999);
    expect(at({ when: 'random', after: 365 })).toEqual([]);
    expect(at({ when: 'scheduled', after: 1000 })).toEqual([]);
  });

  it('finds scheduled changes and the days on which they are taken back', () => {
    const changes = { parameter: ['emission.halving.period'], value: [12], after: [10] };
    const given = { changes, from: day('2023-05-24'), lasts: 90 };
    expect(
      annotationsOf(spec(use('governance.scheduled-patch', given)), []).map(({ tick, text }) => [tick, text]),
    ).toEqual([
      [40, 'emission.halving.period becomes 12'],
      [130, 'emission.halving.period is taken back'],
    ]);
  });

  it('finds dates and a few dated steps, and leaves records alone', () => {
    const said = { label: 'At most', unit: 'token/day', why: '' };
    const mechanisms = [
      declared('emission.net', 'Net emissions', {
        from: { kind: 'date', label: 'From', unit: 'date', why: '', default: 0 },
        cap: { kind: 'series', ...said, min: 0, max: 1e9 },
      }),
    ];
    const cap = (days: number[]) => ({ days, values: days.map((_, index) => index + 34.24) });
    const from = day('2023-06-19');
    const at = (days: number[]) =>
      annotationsOf(spec(use('emission.net', { from, cap: cap(days) })), mechanisms);
    expect(at([day('2023-04-24'), from]).map(({ tick, text }) => [tick, text])).toEqual([
      [56, 'Net emissions: at most becomes 35.2 tokens/day'],
      [56, 'Net emissions: from'],
    ]);
    expect(at(Array.from({ length: 100 }, (_, week) => day('2023-04-24') + 7 * week))).toHaveLength(1);
  });
});

it('tells what comes before and after a day', () => {
  const [a, b] = [
    { tick: 10, kind: 'note', text: 'a' },
    { tick: 20, kind: 'note', text: 'b' },
  ] as const;
  expect(nextTo([b, a], 10)).toEqual({ after: b });
  expect(nextTo([b, a], 15)).toEqual({ before: a, after: b });
  expect(nextTo([b, a], 99)).toEqual({ before: b });
});
