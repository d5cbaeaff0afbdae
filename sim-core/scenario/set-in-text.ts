import { type Document, isMap, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { Problem } from '../contract/errors.ts';
import type { MechanismDeclaration, ScenarioDocument } from './scenario-document.ts';
import { setParameter } from './set-parameter.ts';
import { yamlDocument } from './yaml-document.ts';

export type TextSet =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * The text of a scenario with one value changed and everything else kept, comments included. The source of the old value
 * is no longer the source of the new one, so the value becomes an assumption that says `because`.
 */
export function setInText(
  document: ScenarioDocument,
  path: string,
  written: string,
  because = 'Set by hand.',
): TextSet {
  const checked = setParameter(document, path, written);
  return checked.ok
    ? { ok: true, text: writtenInText(document.text, document.declared, path, written, because) }
    : checked;
}

/** The same without a look at the value: for a text that has other errors, which its reader tells together. */
export function writtenInText(
  text: string,
  declared: readonly MechanismDeclaration[],
  path: string,
  written: string,
  because: string,
): string {
  const yaml = parseDocument(text);
  const dot = path.lastIndexOf('.');
  const name = path.slice(dot + 1);
  const mechanism = declared.find(({ id }) => id === path.slice(0, Math.max(0, dot)));
  const parameter = mechanism?.parameters[name];
  if (mechanism === undefined || parameter === undefined) yaml.set(path, written.trim());
  else {
    const { unit, kind } = parameter;
    const given = parameterNode(yaml, mechanism, name);
    const bare = written.trim().endsWith(` ${unit}`) ? written.trim().slice(0, -unit.length).trim() : written;
    // What is no YAML stands there as it was written, for the reader to refuse.
    const value = yamlDocument(bare);
    given.set('value', value === undefined ? bare : value.contents);
    if (kind === 'number' || kind === 'distribution' || kind === 'series') given.set('unit', unit);
    for (const stale of ['file', 'column', 'source']) given.delete(stale);
    given.set('assumption', because);
  }
  return yaml.toString({ lineWidth: 0 });
}

/** The mapping `{ value, unit, … }` of a parameter; made where the scenario left the parameter out. */
function parameterNode(yaml: Document, mechanism: MechanismDeclaration, name: string): YAMLMap {
  const list = yaml.getIn(['mechanisms', mechanism.slot]);
  const index = isSeq(list)
    ? list.items.findIndex((item) => isMap(item) && item.get('use') === mechanism.id)
    : -1;
  const path = ['mechanisms', mechanism.slot, index, 'parameters'];
  if (!isMap(yaml.getIn(path))) yaml.setIn(path, yaml.createNode({}));
  const node = yaml.getIn([...path, name]);
  if (isMap(node)) return node;
  const made = yaml.createNode({}, { flow: true });
  yaml.setIn([...path, name], made);
  return made;
}
