import { type Document, isMap, isSeq } from 'yaml';
import { yamlDocument } from '../../../state/yaml-document.ts';

/**
 * The text with one parameter as the base has it: value, source and comment beside it; left out where the base leaves it out.
 * Undefined where the text has no such mechanism, or one of the two is no YAML.
 */
export function restoreFromBase(text: string, base: string, path: string): string | undefined {
  const yaml = yamlDocument(text);
  const before = yamlDocument(base);
  if (yaml === undefined || before === undefined) return undefined;
  if (!path.includes('.')) {
    yaml.set(path, before.get(path, true));
    return yaml.toString({ lineWidth: 0 });
  }
  const dot = path.lastIndexOf('.');
  const [id, name] = [path.slice(0, dot), path.slice(dot + 1)];
  const use = nodeOf(yaml, id);
  if (use === undefined) return undefined;
  const was = nodeOf(before, id)?.get('parameters');
  const node = isMap(was) ? was.get(name, true) : undefined;
  const now = use.get('parameters');
  if (node === undefined) {
    if (isMap(now)) now.delete(name);
    if (isMap(now) && now.items.length === 0) use.delete('parameters');
  } else if (isMap(now)) now.set(name, node);
  else use.set('parameters', yaml.createNode({ [name]: node }));
  return yaml.toString({ lineWidth: 0 });
}

function nodeOf(yaml: Document, id: string) {
  const slot = id.split('.')[0] ?? '';
  const list = yaml.getIn(['mechanisms', slot]);
  const found = isSeq(list) ? list.items.find((item) => isMap(item) && item.get('use') === id) : undefined;
  return isMap(found) ? found : undefined;
}
