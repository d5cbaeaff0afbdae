import { describe, expect, it } from 'vitest';
import { limits } from './limits.ts';
import { readYaml } from './read-yaml.ts';

/** The one problem of a text that must be refused. */
function refusal(text: string): { code: string; message: string; where: string | undefined } {
  const read = readYaml('a.yaml', text);
  if (read.ok) throw new Error('it was read');
  const [first] = read.problems;
  if (first === undefined || read.problems.length > limits.problems)
    throw new Error('no problem, or too many');
  return { code: first.code, message: first.message, where: first.where };
}

/** Lists of ten references each, nine lists deep: a thousand million values. */
const billionLaughs = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  .concat(
    'bcdefghij'
      .split('')
      .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`).join(', ')}]`),
  )
  .join('\n');

it('does not repeat the rest of a file after an unclosed quote', () => {
  const read = readYaml('a.yaml', `a: {}}' ${'runaway\\n'.repeat(500)}'`);
  if (read.ok) throw new Error('it was read');
  expect(read.problems.length).toBeGreaterThan(1);
  for (const { message } of read.problems) expect(message.length).toBeLessThan(200);
});

describe('what only an attack or an accident holds', () => {
  it.each([
    { says: 'a billion laughs', text: billionLaughs, code: 'yaml.too-many', where: /^a\.yaml:\d+:\d+$/ },
    { says: 'a reference to itself', text: 'a: &a [1, *a]', code: 'yaml.cyclic', where: /^a\.yaml:1:11$/ },
    {
      says: 'a reference to a parent',
      text: 'a: &a\n  b:\n    c: *a\n',
      code: 'yaml.cyclic',
      where: /^a\.yaml:3:8$/,
    },
    { says: 'a reference to nothing', text: 'a: *b', code: 'yaml.unknown-reference', where: /^a\.yaml:1:4$/ },
    {
      says: 'deep brackets',
      text: `a: ${'['.repeat(2_000_000)}`,
      code: 'yaml.too-deep',
      where: /^a\.yaml:1:35$/,
    },
    { says: 'deep braces', text: '{a: '.repeat(300_000), code: 'yaml.too-deep', where: /^a\.yaml:1:\d+$/ },
    {
      says: 'deep lists in a line',
      text: '- '.repeat(90_000),
      code: 'yaml.too-deep',
      where: /^a\.yaml:\d+:\d+$/,
    },
    {
      says: 'deep mappings in a line',
      text: 'id: 0'.repeat(50_000),
      code: 'yaml.too-deep',
      where: /^a\.yaml:1:\d+$/,
    },
    {
      says: 'deep indentation',
      text: Array.from({ length: 1900 }, (_, depth) => `${' '.repeat(depth)}a:`).join('\n'),
      code: 'yaml.too-deep',
      where: /^a\.yaml:\d+:\d+$/,
    },
    {
      says: 'a million words',
      text: '[a, '.concat('a, '.repeat(600_000)),
      code: 'yaml.too-many',
      where: /^a\.yaml:1:\d+$/,
    },
    { says: 'two documents', text: 'a: 1\n---\nb: 2\n', code: 'yaml.syntax', where: /^a\.yaml:2:1$/ },
    { says: 'a tab', text: 'a:\n\tb: 1\n', code: 'yaml.syntax', where: /^a\.yaml:2:1$/ },
    { says: 'an unknown tag', text: 'a: !!js/function "x"', code: 'yaml.syntax', where: /^a\.yaml:1:4$/ },
    { says: 'bytes', text: 'a: !!binary aGVsbG8=', code: 'yaml.type', where: /^a\.yaml:1:13$/ },
  ])('$says', ({ text, code, where }) => {
    const problem = refusal(text);
    expect(problem.code).toBe(code);
    expect(problem.where).toMatch(where);
    expect(problem.message.length).toBeLessThan(300);
  });

  it('a hundred references are enough', () => {
    const list = (count: number) => `a: &a 1\nb: [${Array(count).fill('*a').join(', ')}]`;
    expect(readYaml('a.yaml', list(100)).ok).toBe(true);
    expect(refusal(list(101))).toMatchObject({
      code: 'yaml.too-many',
      message: 'The text holds more than 100 references (*name).',
    });
  });

  it('finds twins among twenty thousand keys', () => {
    const keys = Array.from({ length: 20_000 }, (_, index) => `k${index}: 1`).join('\n');
    expect(refusal(`${keys}\nk5: 2\n`)).toMatchObject({
      code: 'yaml.duplicate-key',
      where: 'a.yaml:20001:1',
    });
  });
});

describe('what people write', () => {
  it('keeps places, follows references, keeps dates as text', () => {
    const read = readYaml('a.yaml', 'a: &x {b: 2023-04-24}\nc: *x\nd: [1, yes, "two"]\n');
    if (!read.ok || read.root.kind !== 'mapping') throw new Error('not read');
    const { fields } = read.root;
    expect(fields.get('c')).toMatchObject({
      where: 'a.yaml:2:1',
      value: { kind: 'mapping', where: 'a.yaml:1:7' },
    });
    const d = fields.get('d')?.value;
    expect(d?.kind === 'list' && d.items.map((item) => item.kind === 'scalar' && item.value)).toEqual([
      1,
      'yes',
      'two',
    ]);
  });

  it('takes __proto__ for a key like any other', () => {
    const read = readYaml('a.yaml', '__proto__: {x: 1}\n');
    expect(read.ok && read.root.kind === 'mapping' && [...read.root.fields.keys()]).toEqual(['__proto__']);
  });
});
