import { cursorPlace } from './cursor-place.ts';
import { keysOf, type Schema, schemasAt, valuesOf } from './schema-walk.ts';

export interface Completion {
  readonly label: string;
  /** What is written. */
  readonly apply: string;
  /** A few words beside it. */
  readonly detail: string;
  /** A sentence. */
  readonly info: string;
}

export interface Completions {
  /** Offset where the word that is replaced begins. */
  readonly from: number;
  readonly options: readonly Completion[];
}

/** What may be written at a place of a scenario's text, from the schema; `sources` are the keys that values may cite. */
export function completionsAt(
  text: string,
  offset: number,
  schema: Schema,
  sources: readonly string[],
): Completions | undefined {
  const place = cursorPlace(text, offset);
  if (place === undefined) return undefined;
  const { steps, writing, from, taken } = place;
  const schemas = schemasAt(schema, steps);
  const last = steps.at(-1);
  const options =
    writing === 'key'
      ? [...keysOf(schemas)]
          .filter(([name]) => !taken.includes(name))
          .map(([name, each]) => keyOption(name, each))
      : last?.kind === 'key' && last.key === 'source'
        ? sources.map((name) => ({ label: name, apply: name, detail: 'source', info: 'A key of sources.' }))
        : valuesOf(schemas).map(({ value, schema: each }) => ({
            label: value,
            apply: value,
            ...wordsOf(each),
          }));
  return options.length === 0 ? undefined : { from, options };
}

const keyOption = (name: string, schema: Schema): Completion => ({
  label: name,
  apply: `${name}: `,
  ...wordsOf(schema),
});

function wordsOf({ title, description }: Schema): Pick<Completion, 'detail' | 'info'> {
  const info = typeof description === 'string' ? description : '';
  return { detail: typeof title === 'string' ? title : '', info };
}
