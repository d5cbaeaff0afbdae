import { describe, expect, it } from 'vitest';
import { scenarioSchema } from '../../../../sim-core/scenario/scenario-schema.ts';
import { completionsAt } from './completions.ts';
import { problemPlace } from './problem-places.ts';
import { restoreFromBase } from './restore-from-base.ts';
import { yamlFacts } from './yaml-facts.ts';

const text = `id: small
sources:
  a: { title: A }
mechanisms:
  emission:
    # Dates are those of the block.
    - use: emission.halving
      parameters:
        initial: { value: 5, unit: token/year, source: a } # as printed
        period: { value: 24, unit: month, assumption: "Said so." }
  market:
    - use: market.recorded
      parameters:
        price: { file: data/p.csv, column: usd, unit: USD/token, source: a }
`;

describe('what a text says of itself', () => {
  it('mechanisms, sources, and where parameters and their files are', () => {
    const { uses, places, sources } = yamlFacts(text);
    expect(uses).toEqual(['emission.halving', 'market.recorded']);
    expect(sources).toEqual(['a']);
    expect(places.get('market.recorded.price')).toMatchObject({
      line: 14,
      file: 'data/p.csv',
      column: 'usd',
    });
  });
  it('nothing, where it is broken', () => {
    expect(yamlFacts('a: [').uses).toBeUndefined();
  });
});

describe('a problem stands', () => {
  it.each([
    ['scenario.yaml:9:9', 'initial: { value: 5, unit: token/year, source: a }'],
    ['scenario.yaml:1', 'id: small'],
    [undefined, 'id: small'],
    ['scenario.yaml:999:3', ''],
  ])('at %s', (where, marked) => {
    const { from, to } = problemPlace(text, {
      code: 'x',
      message: 'm',
      ...(where === undefined ? {} : { where }),
    });
    expect(text.slice(from, to)).toBe(marked);
  });
});

describe('a parameter of the base comes back', () => {
  const base = text.replace(
    'value: 24, unit: month, assumption: "Said so."',
    'value: 48, unit: month, source: a',
  );
  it('with its source', () => {
    expect(restoreFromBase(text, base, 'emission.halving.period')).toBe(base);
  });
  it('with its comment, and into a mechanism that had none', () => {
    const bare = text.replace(/ {6}parameters:\n {8}initial.*\n.*\n/, '');
    expect(bare).not.toContain('initial');
    expect(restoreFromBase(bare, text, 'emission.halving.initial')).toContain(
      'initial: { value: 5, unit: token/year, source: a } # as printed',
    );
  });
  it('as nothing, where the base leaves it out', () => {
    const without = text.replace(/ {8}period.*\n/, '');
    expect(restoreFromBase(text, without, 'emission.halving.period')).toBe(without);
  });
  it('not at all, where there is no such mechanism', () => {
    expect(restoreFromBase(text, base, 'emission.net.cap')).toBeUndefined();
  });
});

describe('completion', () => {
  const schema = scenarioSchema();
  /** Labels of what is offered at `|`. */
  const offered = (marked: string): readonly string[] => {
    const offset = marked.indexOf('|');
    const found = completionsAt(marked.replace('|', ''), offset, schema, ['a', 'b']);
    return found?.options.map(({ label }) => label) ?? [];
  };
  it('offers keys of the file', () => {
    expect(offered('id: x\n|')).toContain('horizon');
    expect(offered('mechanisms:\n  |')).toContain('emission');
  });
  it('offers the mechanisms of a slot', () => {
    expect(offered('mechanisms:\n  emission:\n    - use: emission.h|')).toContain('emission.halving');
    expect(offered('mechanisms:\n  emission:\n    - use: |')).not.toContain('market.recorded');
    expect(offered('mechanisms:\n  emission:\n  - |')).toContain('use');
  });
  it('offers the parameters of the mechanism that is used there', () => {
    const parameters = offered(
      'mechanisms:\n  emission:\n    - use: emission.halving\n      parameters:\n        per|',
    );
    expect(parameters).toContain('period');
    expect(parameters).not.toContain('cap');
    const second =
      'mechanisms:\n  emission:\n    - use: emission.net\n    - use: emission.halving\n      parameters:\n        initial: { value: 1 }\n        |';
    expect(offered(second)).toContain('period');
  });
  it('offers keys inside braces that are not there yet, units and sources', () => {
    const inside = (rest: string) =>
      offered(
        `mechanisms:\n  emission:\n    - use: emission.halving\n      parameters:\n        period: { value: 3, ${rest}`,
      );
    expect(inside('|')).toEqual(['unit', 'source', 'assumption']);
    expect(inside('unit: |')).toEqual(['month']);
    expect(inside('source: |')).toEqual(['a', 'b']);
  });
  it('offers nothing in a comment', () => {
    expect(offered('id: x # |')).toEqual([]);
  });
});
