import { isMap } from 'yaml';
import { yamlDocument } from './yaml-document.ts';

/** What distinguishes a scenario from the one that it was made from. */
export interface ScenarioName {
  readonly id: string;
  readonly title?: string;
  /** Id of the scenario that it was made from. */
  readonly base: string;
}

/** The text of a scenario under a name of its own; everything else is kept, comments included. */
export function nameInText(text: string, { id, title, base }: ScenarioName): string {
  const yaml = yamlDocument(text);
  // What is no YAML is refused by its reader, with the place: it cannot be spelled anew.
  if (yaml === undefined || !isMap(yaml.contents)) return text;
  const there = yaml.has('base');
  yaml.set('id', id);
  if (title !== undefined) yaml.set('title', title);
  yaml.set('base', base);
  const { items } = yaml.contents;
  const after = items.findIndex(({ key }) => String(key) === 'network');
  // A new key stands at the end: it belongs to the head of the file.
  if (!there && after >= 0) items.splice(after + 1, 0, ...items.splice(-1));
  return yaml.toString({ lineWidth: 0 });
}
