import type { Entry } from '../entry.ts';

/** A value of a file as one would write it behind `--set path=`: text as it stands, lists and mappings on one line. */
export const spelledEntry = (entry: Entry): string => (entry.kind === 'scalar' ? entry.text : inFlow(entry));

function inFlow(entry: Entry): string {
  if (entry.kind === 'scalar')
    return typeof entry.value === 'string' ? JSON.stringify(entry.value) : entry.text;
  if (entry.kind === 'list') return `[${entry.items.map(inFlow).join(', ')}]`;
  return `{${[...entry.fields].map(([key, { value }]) => `${JSON.stringify(key)}: ${inFlow(value)}`).join(', ')}}`;
}
