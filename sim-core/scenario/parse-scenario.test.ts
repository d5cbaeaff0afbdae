import { describe, expect, it } from 'vitest';
import { changed, smallDocument } from '../../test/small-scenario.ts';
import { dayNumber } from '../kernel/calendar.ts';

describe('a good scenario', () => {
  const { spec, metadata, origins, warnings } = smallDocument();
  const valuesOf = (id: string) => spec.mechanisms.find((use) => use.id === id)?.parameters ?? {};

  it('has its days and mechanisms, in the order of slots', () => {
    expect(spec).toMatchObject({ id: 'small', version: 1, startDay: dayNumber(2024, 1, 1), ticks: 20 });
    expect(spec.mechanisms.map((use) => use.slot)).toEqual(
      'agents agents demand settlement emission emission reward market'.split(' '),
    );
  });

  it('has every kind of value', () => {
    expect(valuesOf('agents.token').supply).toBe(1_000_000);
    expect(valuesOf('agents.providers').hurdle).toEqual({ kind: 'lognormal', median: 365, sigma: 0.5 });
    expect(valuesOf('agents.providers').regions).toEqual({
      name: ['North', 'South'],
      share: [0.75, 0.25],
      power_price: [0.2, 0.1],
      import_markup: [0, 0.1],
      extra_lead: [0, 10],
    });
    expect(valuesOf('emission.halving').first).toBe(dayNumber(2023, 8, 1));
    expect(valuesOf('demand.recorded').burned).toEqual({
      days: [dayNumber(2024, 1, 1), dayNumber(2024, 1, 8), dayNumber(2024, 1, 15)],
      values: [70, 140, 35],
    });
    expect(valuesOf('emission.net').cap).toEqual({
      days: [dayNumber(2024, 1, 1), dayNumber(2024, 1, 8)],
      values: [10, 20],
    });
    expect(valuesOf('market.recorded').price).toEqual({ days: [0], values: [2] });
  });

  it('fills in what is left out, and knows where each value is from', () => {
    expect(valuesOf('emission.halving').period).toBe(24);
    expect(origins.get('agents.token.supply')).toEqual({
      kind: 'source',
      title: 'A paper',
      url: 'https://example.org/paper',
    });
    expect(origins.get('agents.token.price')).toEqual({ kind: 'assumption', because: 'Round.' });
    expect(origins.get('emission.halving.period')).toMatchObject({ kind: 'source' });
    expect([...origins.keys()].length).toBe(
      spec.mechanisms.reduce((sum, use) => sum + Object.keys(use.parameters).length, 0),
    );
  });

  it('has the words that people read, and no warnings', () => {
    expect(metadata.question).toBe('Does it run?');
    expect(warnings).toEqual([]);
  });
});

describe('warnings', () => {
  const warningsOf = (text: string) => smallDocument(text).warnings.map(({ message }) => message);

  it('a source that nobody cites', () => {
    const text = changed('sources:\n', 'sources:\n  other: { title: Another }\n');
    expect(warningsOf(text)).toEqual(['The source "other" is named and never cited.']);
  });

  it('a series that begins after the run', () => {
    const text = changed('start: 2024-01-01', 'start: 2023-12-25');
    expect(warningsOf(text)).toEqual([
      'demand.recorded.burned begins on 2024-01-01, after the start of the run (2023-12-25).',
      'emission.net.cap begins on 2024-01-01, after the start of the run (2023-12-25).',
    ]);
  });
});
