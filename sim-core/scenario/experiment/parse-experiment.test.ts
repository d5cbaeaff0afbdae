import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { experimentSchema } from './experiment-schema.ts';
import { isExperiment, parseExperiment } from './parse-experiment.ts';

const good = `id: early-halving
title: An earlier halving
question: Does it cost providers?
scenario: small
overlays: [price-crash]
set:
  horizon: 1 year
  agents.providers.hurdle: { lognormal: { median: 300, sigma: 0.4 } }
seeds: 1..4
design:
  kind: factorial
  parameters:
    emission.halving.period: { values: [12, 24] }
    agents.providers.hurdle.median: { min: 200, max: 500, steps: 3 }
measure: [providers.active@end, sustainable]
`;

const read = (text: string) => parseExperiment('x.yaml', text);
const problemsOf = (text: string): readonly string[] => {
  const result = read(text);
  return result.ok
    ? []
    : result.problems.map(({ where, code, message, hint }) => `${where}: ${code}: ${message} (${hint})`);
};
const changed = (from: string, to: string): string => {
  if (!good.includes(from)) throw new Error(`the experiment does not hold ${from}`);
  return good.replace(from, to);
};

it('reads an experiment, with the place of each part', () => {
  expect(read(good)).toMatchObject({
    ok: true,
    experiment: {
      id: 'early-halving',
      scenario: { text: 'small', where: 'x.yaml:4:11' },
      overlays: [{ text: 'price-crash', where: 'x.yaml:5:12' }],
      set: [
        { path: 'horizon', written: '1 year', where: 'x.yaml:7:3' },
        { path: 'agents.providers.hurdle', written: '{"lognormal": {"median": 300, "sigma": 0.4}}' },
      ],
      seeds: { text: '1..4' },
      design: {
        kind: 'factorial',
        factors: [
          { path: 'emission.halving.period', values: ['12', '24'] },
          { path: 'agents.providers.hurdle.median', min: 200, max: 500, scale: 'linear', steps: 3 },
        ],
      },
      measures: [{ text: 'providers.active@end' }, { text: 'sustainable' }],
    },
  });
});

it('tells an experiment from a scenario', () => {
  expect(isExperiment(good)).toBe(true);
  expect(isExperiment('id: x\nmechanisms: {}\n')).toBe(false);
  expect(isExperiment(': : :')).toBe(false);
});

describe('what is wrong is told with its place', () => {
  it.each([
    ['scenario: small\n', '', 'x.yaml:1:1: scenario.missing-key: The experiment lacks the key "scenario".'],
    ['measure:', 'mesure:', 'x.yaml:15:1: scenario.unknown-key: The experiment has no key "mesure".'],
    ['factorial', 'factoral', 'x.yaml:11:9: design.unknown-kind: design.kind is the text "factoral".'],
    ['[12, 24]', '[]', 'x.yaml:13:40: design.no-values: emission.halving.period.values is an empty list'],
    [
      'values: [12, 24]',
      'from: 1',
      'x.yaml:13:32: scenario.unknown-key: emission.halving.period has no key "from".',
    ],
    [
      'values: [12, 24]',
      'values: [1], min: 3',
      'x.yaml:13:5: design.two-ways: emission.halving.period has values, and a range as well.',
    ],
    [
      'max: 500',
      'max: 100',
      'x.yaml:14:5: design.bounds: agents.providers.hurdle.median: min is 200 and max is 100: they are reversed. (Swap them.)',
    ],
    [
      'max: 500',
      'max: 200',
      'x.yaml:14:5: design.bounds: agents.providers.hurdle.median: min and max are both 200',
    ],
    ['max: 500, ', '', 'x.yaml:14:5: scenario.missing-key: agents.providers.hurdle.median lacks "max".'],
    [
      'steps: 3',
      'scale: log',
      'x.yaml:14:5: design.range: agents.providers.hurdle.median is a range, and a design of the kind factorial needs its values.',
    ],
    ['steps: 3', 'steps: 1', 'x.yaml:14:66: design.steps: agents.providers.hurdle.median.steps is 1'],
    [
      'min: 200, max: 500',
      'min: 0, max: 500, scale: log',
      'design.bounds: agents.providers.hurdle.median: min is 0, and a log scale begins above 0.',
    ],
    [
      'kind: factorial',
      'kind: sobol',
      'design lacks the key "runs", which a design of the kind sobol needs.',
    ],
    [
      'kind: factorial',
      'kind: factorial\n  runs: 3',
      'x.yaml:12:3: design.runs: A design of the kind factorial has as many runs as its values make.',
    ],
    [
      'kind: factorial',
      'kind: list',
      '"emission.halving.period" has 2 values, "agents.providers.hurdle.median" has 3: a list takes them side by side.',
    ],
    [
      '[price-crash]',
      '[price-crash, price-crash]',
      'x.yaml:5:25: experiment.twice: overlays names price-crash twice.',
    ],
    ['seeds: 1..4', 'seeds: {}', 'x.yaml:9:8: scenario.wrong-type: seeds is a mapping.'],
  ])('%j -> %j', (from, to, expected) => {
    expect(problemsOf(changed(from, to)).join('\n')).toContain(expected);
  });

  it('all of it at once', () => {
    expect(problemsOf('id: 7\ntitle:\nset: 1\ndesign: { parameters: {} }\n')).toHaveLength(6);
  });
});

describe('the schema', () => {
  const validate = new Ajv({ strict: false }).compile(experimentSchema());
  it('takes what the reader takes', () => {
    expect(validate(parse(good)), JSON.stringify(validate.errors)).toBe(true);
  });
  it.each([
    ['measure:', 'mesure:'],
    ['factorial', 'factoral'],
    ['[12, 24]', '[]'],
    ['max: 500, ', ''],
    ['steps: 3', 'steps: 1'],
    ['scenario: small\n', ''],
  ])('refuses %j -> %j', (from, to) => {
    expect(validate(parse(changed(from, to)))).toBe(false);
  });
});
