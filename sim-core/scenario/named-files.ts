import { fileNameOf } from './data-tables.ts';
import type { Entry } from './entry.ts';
import { readYaml } from './read-yaml.ts';

/** Data files that a scenario's text names, so that they can be fetched before it is read. Empty where the text is bad. */
export function namedFiles(text: string): readonly string[] {
  const read = readYaml('', text);
  const names = new Set<string>();
  if (read.ok) gather(read.root, names);
  return [...names].slice(0, mostFiles);
}

const mostFiles = 200;

function gather(entry: Entry, names: Set<string>): void {
  if (entry.kind === 'list') for (const item of entry.items) gather(item, names);
  if (entry.kind !== 'mapping') return;
  for (const [key, field] of entry.fields) {
    const name = key === 'file' ? fileNameOf(field.value) : undefined;
    if (name !== undefined) names.add(name);
    gather(field.value, names);
  }
}
