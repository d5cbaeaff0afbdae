import type { Entry, Field } from '../entry.ts';
import { type Reading, readText } from '../reading.ts';
import type { Placed } from './placed.ts';

/** A text and where it stands. */
export function readPlaced(reading: Reading, entry: Entry, path: string, hint: string): Placed | undefined {
  const text = readText(reading, entry, path, hint);
  return text === undefined ? undefined : { text, where: entry.where };
}

/** A list of texts, or one text by itself; a text that stands twice is reported. */
export function readPlacedList(
  reading: Reading,
  field: Field | undefined,
  path: string,
  hint: string,
): readonly Placed[] {
  if (field === undefined) return [];
  const items = field.value.kind === 'list' ? field.value.items : [field.value];
  const read = items.flatMap((item, index) => readPlaced(reading, item, `${path}[${index}]`, hint) ?? []);
  const seen = new Set<string>();
  for (const { text, where } of read) {
    if (seen.has(text))
      reading.report({
        code: 'experiment.twice',
        message: `${path} names ${text} twice.`,
        hint: 'Keep one.',
        where,
      });
    seen.add(text);
  }
  return read;
}
