import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { experimentSchema } from './experiment-schema.ts';
import { parseExperiment } from './parse-experiment.ts';

const head = 'id: x\ntitle: X\nquestion: Why?\nscenario: small\n';
const read = (section: string) => parseExperiment('x.yaml', head + section);
const problemsIn = (section: string): readonly string[] => {
  const result = read(section);
  return result.ok ? [] : result.problems.map(({ where, message }) => `${where}: ${message}`);
};

const good = {
  sensitivity:
    'sensitivity: { factors: { a.b: usual, c.d: { min: 1, max: 2 } }, budget: 100, method: sobol }',
  goals: 'goals:\n  - maximise a@end\n  - subject to b\n',
  compare: 'compare:\n  changes:\n    dearer: { a.b: 600, overlay: price-crash }\n',
  scenarios: 'compare: { scenarios: [other, third] }',
  flip: 'flip: { verdict: sustainable, factors: [a.b], budget: 50 }',
  stop: 'stop: verdict sustainable < 2',
};

it('reads what each section says, with its places', () => {
  const sectionsOf = (section: string) => {
    const result = read(section);
    return result.ok ? result.experiment.sections : result.problems;
  };
  expect(sectionsOf(good.sensitivity)).toMatchObject({
    sensitivity: {
      factors: { list: [{ path: 'a.b' }, { path: 'c.d', min: 1, max: 2 }] },
      budget: 100,
      method: 'sobol',
    },
  });
  expect(sectionsOf(good.goals)).toEqual({
    goals: [
      { text: 'maximise a@end', where: 'x.yaml:6:5' },
      { text: 'subject to b', where: 'x.yaml:7:5' },
    ],
  });
  expect(sectionsOf(good.compare)).toMatchObject({
    compare: {
      scenarios: [],
      changes: [{ label: 'dearer', where: 'x.yaml:7:5', set: [{ path: 'a.b', written: '600' }, {}] }],
    },
  });
  expect(sectionsOf(good.scenarios)).toMatchObject({ compare: { scenarios: [{ text: 'other' }, {}] } });
  expect(sectionsOf(good.flip)).toMatchObject({
    flip: { verdict: { text: 'sustainable' }, factors: { list: [{ path: 'a.b' }] }, budget: 50 },
  });
  expect(sectionsOf(good.stop)).toEqual({
    stop: { text: 'verdict sustainable < 2', where: 'x.yaml:5:7' },
  });
});

const bad: readonly (readonly [string, string])[] = [
  ['sensitivity: { factor: all }', 'x.yaml:5:16: sensitivity has no key "factor".'],
  ['sensitivity: { factors: everything }', 'x.yaml:5:25: sensitivity.factors is the text "everything".'],
  ['sensitivity: { budget: 2.5 }', 'x.yaml:5:24: sensitivity.budget is 2.5: it must be a whole number.'],
  ['sensitivity: { budget: 0 }', 'x.yaml:5:24: sensitivity.budget is 0 run: below the least allowed, 1'],
  ['sensitivity: { method: morriss }', 'x.yaml:5:24: sensitivity.method is the text "morriss".'],
  ['goals: [{ maximise: a }]', 'x.yaml:5:9: goals[0] is a mapping.'],
  ['goals: [maximise a, maximise a]', 'x.yaml:5:21: goals names maximise a twice.'],
  ['compare: { column: {} }', 'x.yaml:5:12: compare has no key "column".'],
  ['compare: {}', 'x.yaml:5:1: compare names nothing to compare with.'],
  [
    'compare: { scenarios: [a], changes: { b: { c: 1 } } }',
    'x.yaml:5:1: compare names scenarios and changes',
  ],
  ['compare: { changes: [a] }', 'x.yaml:5:21: compare.changes is a list: it must be a mapping.'],
  ['compare: { changes: { b: 3 } }', 'x.yaml:5:26: compare.changes.b is 3: it must be a mapping.'],
  ['compare: { changes: { b: {} } }', 'x.yaml:5:23: compare.changes.b changes nothing.'],
  ['compare: { scenarios: [a, b, c, d, e, f] }', 'x.yaml:5:1: compare sets 6 columns beside the scenario'],
  ['flip: { verdikt: sustainable }', 'x.yaml:5:9: flip has no key "verdikt".'],
  ['flip: { budget: 9 }', 'x.yaml:5:1: flip lacks the key "verdict".'],
  ['flip: { verdict: [] }', 'x.yaml:5:18: flip.verdict is a list.'],
  ['flip: { verdict: x, factors: all }', 'x.yaml:5:30: flip.factors is the text "all".'],
  ['flip: { verdict: x, factors: { a: { min: 2, max: 1 } } }', 'x.yaml:5:32: a: min is 2 and max is 1'],
  ['stop: [sustainable]', 'x.yaml:5:7: stop is a list.'],
];

describe('what is wrong is told with its place', () => {
  it.each(bad)('%s', (section, expected) => {
    expect(problemsIn(section).join('\n')).toContain(expected);
  });
});

describe('the schema', () => {
  const validate = new Ajv({ strict: false }).compile(experimentSchema());
  it.each(Object.values(good))('takes %s', (section) => {
    expect(validate(parse(head + section)), JSON.stringify(validate.errors)).toBe(true);
  });
  // Bounds that only the reader compares.
  it.each(bad.filter(([section]) => !section.includes('min: 2')))('refuses %s', (section) => {
    expect(validate(parse(head + section))).toBe(false);
  });
});
