import { describe, expect, it } from 'vitest';
import type { Mechanism } from '../../sim-core/contract/mechanism.ts';
import type { Parameter } from '../../sim-core/contract/parameter.ts';
import { slots } from '../../sim-core/contract/slot.ts';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import { differences, perform, type Stage, stage } from '../../sim-core/stage.ts';
import { watched } from './watched.ts';

it('has one mechanism for each id, in the order of slots', () => {
  const ids = mechanisms.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  const order = mechanisms.map(({ slot }) => slots.indexOf(slot));
  expect(order).toEqual([...order].sort((a, b) => a - b));
});

describe.each(mechanisms.map((m) => [m.id, m] as const))('%s', (id, mechanism) => {
  it('describes itself: id in its slot, a sentence, examples', () => {
    expect(id.startsWith(`${mechanism.slot}.`)).toBe(true);
    expect(mechanism.summary).toMatch(/^[A-Z].*\.$/);
    expect(mechanism.examples.length).toBeGreaterThan(0);
    const both = mechanism.reads.filter((path) => mechanism.writes.includes(path));
    expect(both, 'what is written need not be named as read').toEqual([]);
  });

  it.each(Object.entries(mechanism.parameters))(
    'parameter %s has label, unit, range, default and reason',
    (_, parameter) => {
      expect(parameter.label).toMatch(/\S/);
      expect(parameter.unit).toMatch(/\S/);
      expect(parameter.why).toMatch(/\.$/);
      expect(problemOfRange(parameter)).toBeUndefined();
    },
  );

  it.each(mechanism.examples.map((example) => [example.says, example] as const))(
    'example: %s',
    (_, example) => {
      expect(differences(mechanism, example)).toEqual([]);
    },
  );

  it('touches only what it declares', () => {
    for (const example of mechanism.examples) {
      const before = contents(mechanism, example.before, stage(mechanism, example.given));
      const after = perform(mechanism, example, (view) => watched(mechanism, view));
      const changed = [...contents(mechanism, {}, after)].filter(
        ([path, bytes]) => before.get(path) !== bytes,
      );
      expect(changed.map(([path]) => path).filter((path) => !isDeclared(mechanism, path))).toEqual([]);
    }
  });

  it('is deterministic: the same state and luck, the same bytes', () => {
    for (const example of mechanism.examples) {
      const [one, two] = [perform(mechanism, example), perform(mechanism, example)];
      expect(contents(mechanism, {}, one)).toEqual(contents(mechanism, {}, two));
    }
  });
});

/** Every column and its contents as text, after setting `values`. */
function contents(mechanism: Mechanism, values: object = {}, on: Stage): Map<string, string> {
  for (const [path, value] of Object.entries(values)) on.set(path, value);
  const texts = Object.entries(on.state.tables).flatMap(([table, columns]) =>
    Object.entries(columns)
      .filter(([name, column]) => typeof column !== 'number' && !name.startsWith(`${mechanism.id}.`))
      .map(([name, column]) => [`${table}.${name}`, String(column)] as const),
  );
  return new Map(texts);
}

function isDeclared({ writes }: Mechanism, path: string): boolean {
  return writes.some((declared) => declared === path);
}

function problemOfRange(parameter: Parameter): string | undefined {
  if (parameter.kind === 'number') {
    const { min, max, default: value } = parameter;
    return min <= value && value <= max && parameter.step > 0
      ? undefined
      : `${value} is not in ${min} .. ${max}`;
  }
  if (parameter.kind === 'series' || parameter.kind === 'distribution') {
    return parameter.min < parameter.max ? undefined : 'no range';
  }
  return undefined;
}
