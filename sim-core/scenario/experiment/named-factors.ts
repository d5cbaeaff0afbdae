import type { Factor } from '../../contract/design.ts';
import { described, type Entry } from '../entry.ts';
import { suggestion } from '../nearest-name.ts';
import { type Reading, readText } from '../reading.ts';
import type { JsonSchema } from '../schema-of-parameter.ts';
import { readFactor } from './read-factor.ts';

/** Parameters that a section names, each with what it may be, or by its path alone, and where each stands in the file. */
export interface NamedFactors {
  readonly list: readonly (Factor | { readonly path: string })[];
  readonly places: ReadonlyMap<string, string>;
}

/** For a path in a mapping: its usual range. */
const usual = 'usual';

/**
 * A list of paths, or a mapping of paths to ranges, values or `usual`. `words` are what may stand in its place; undefined where none of
 * this was written.
 */
export function readNamedFactors<Word extends string>(
  reading: Reading,
  entry: Entry,
  path: string,
  words: readonly Word[],
): NamedFactors | Word | undefined {
  const places = new Map<string, string>();
  if (entry.kind === 'mapping') {
    const list = [...entry.fields].flatMap(([name, field]) => {
      places.set(name, field.where);
      if (field.value.kind === 'scalar' && field.value.text === usual) return { path: name };
      return readFactor(reading, name, field, 'sobol') ?? [];
    });
    return { list, places };
  }
  if (entry.kind === 'list') {
    const list = entry.items.flatMap((item, i) => {
      const name = readText(
        reading,
        item,
        `${path}[${i}]`,
        'Write paths, such as [emission.halving.period].',
      );
      if (name === undefined) return [];
      places.set(name, item.where);
      return { path: name };
    });
    return { list, places };
  }
  const word = words.find((each) => each === entry.text);
  if (word !== undefined) return word;
  const instead = words.length === 0 ? '' : `${suggestion(entry.text, words)} Or `;
  return reading.report({
    code: 'experiment.factors',
    message: `${path} is ${described(entry)}.`,
    hint: `${instead}${instead === '' ? 'L' : 'l'}ist paths, or write a mapping of paths to ranges.`,
    where: entry.where,
  });
}

/** What `readNamedFactors` reads. */
export const namedFactorsSchemas: readonly JsonSchema[] = [
  { type: 'array', items: { type: 'string', minLength: 1 }, minItems: 1, uniqueItems: true },
  {
    type: 'object',
    minProperties: 1,
    additionalProperties: { anyOf: [{ const: usual }, { type: 'object' }] },
  },
];
