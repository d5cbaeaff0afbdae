import type { Entry, Field } from './entry.ts';
import { type Reading, readMapping, readText, required } from './reading.ts';
import type { CitedSource } from './scenario-document.ts';

const keys = ['title', 'url', 'licence'];

/** The sources that a scenario names once and cites by key. */
export function readSources(reading: Reading, field: Field | undefined): ReadonlyMap<string, CitedSource> {
  const sources = new Map<string, CitedSource>();
  if (field === undefined) return sources;
  if (field.value.kind !== 'mapping') {
    readMapping(reading, field.value, 'sources', ['<key>']);
    return sources;
  }
  for (const [key, each] of field.value.fields) {
    const path = `sources.${key}`;
    const fields = readMapping(reading, each.value, path, keys);
    if (fields === undefined) continue;
    const title = required(reading, fields, 'title', {
      path,
      where: each.where,
      hint: 'Write what was read.',
    });
    const read = (name: string, value: Entry | undefined) =>
      value === undefined ? undefined : readText(reading, value, `${path}.${name}`, 'Write a line of text.');
    const url = read('url', fields.get('url')?.value);
    const licence = read('licence', fields.get('licence')?.value);
    if (url !== undefined && !/^https?:\/\/\S+$/.test(url)) {
      reading.report({
        code: 'scenario.bad-url',
        message: `${path}.url is not a web address.`,
        hint: 'Write it from https:// on.',
        where: fields.get('url')?.value.where ?? each.where,
      });
    }
    sources.set(key, {
      title: read('title', title?.value) ?? key,
      ...(url === undefined ? {} : { url }),
      ...(licence === undefined ? {} : { licence }),
    });
  }
  return sources;
}
