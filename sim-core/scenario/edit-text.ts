import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap, type YAMLSeq } from 'yaml';
import { type Problem, StudioError } from '../contract/errors.ts';
import { suggestion } from './nearest-name.ts';
import type { MechanismDeclaration, ScenarioDocument } from './scenario-document.ts';
import { setInText, type TextSet, writtenInText } from './set-in-text.ts';

/** A change of which mechanisms a scenario uses, or of what it says of their parameters. */
export type TextEdit =
  | { readonly kind: 'set'; readonly path: string; readonly written: string; readonly because?: string }
  | { readonly kind: 'reset'; readonly path: string }
  | { readonly kind: 'swap'; readonly mechanism: string; readonly to: string }
  | { readonly kind: 'add'; readonly mechanism: string }
  | { readonly kind: 'remove'; readonly mechanism: string };

/** A text to change. It has to be YAML; whether it is a good scenario is another matter. */
export interface EditedText {
  readonly text: string;
  /** What was read from it, where it is good: values are then checked before they are written. */
  readonly document?: ScenarioDocument;
  readonly declared: readonly MechanismDeclaration[];
}

/**
 * The text of a scenario with one change made and everything else kept, comments included. Whether the scenario is still good
 * is for its reader to say: a mechanism that was added may need values that it has no default for.
 */
export function editText({ text, document, declared }: EditedText, edit: TextEdit): TextSet {
  if (edit.kind === 'set') {
    const { path, written, because = 'Set by hand.' } = edit;
    if (document !== undefined) return setInText(document, path, written, because);
    return { ok: true, text: writtenInText(text, declared, path, written, because) };
  }
  const yaml = parseDocument(text);
  const problem = change(yaml, declared, edit);
  if (problem !== undefined) return { ok: false, problems: [problem] };
  return { ok: true, text: yaml.toString({ lineWidth: 0 }) };
}

function change(
  yaml: Document,
  declared: readonly MechanismDeclaration[],
  edit: Exclude<TextEdit, { readonly kind: 'set' }>,
): Problem | undefined {
  if (edit.kind === 'reset') return reset(yaml, edit.path);
  const known = (id: string): MechanismDeclaration => {
    const found = declared.find((each) => each.id === id);
    if (found !== undefined) return found;
    const ids = declared.map((each) => each.id);
    throw new StudioError({
      code: 'mechanism.unknown',
      message: `There is no mechanism "${id}".`,
      hint: suggestion(id, ids),
    });
  };
  if (edit.kind === 'add') return add(yaml, known(edit.mechanism));
  const list = listOf(yaml, known(edit.mechanism).slot);
  const index = list === undefined ? -1 : indexOf(list, edit.mechanism);
  if (list === undefined || index < 0) return notUsed(edit.mechanism);
  if (edit.kind === 'swap') return swap(list, index, known(edit.mechanism), known(edit.to));
  list.delete(index);
  if (list.items.length === 0) yaml.deleteIn(['mechanisms', known(edit.mechanism).slot]);
  return undefined;
}

function reset(yaml: Document, path: string): Problem | undefined {
  const dot = path.lastIndexOf('.');
  const mechanism = path.slice(0, Math.max(0, dot));
  const list = listOf(yaml, mechanism.split('.')[0] ?? '');
  const index = list === undefined ? -1 : indexOf(list, mechanism);
  const use = list?.items[index];
  if (!isMap(use)) return notUsed(mechanism);
  const parameters = use.get('parameters');
  if (isMap(parameters)) parameters.delete(path.slice(dot + 1));
  if (isMap(parameters) && parameters.items.length === 0) use.delete('parameters');
  return undefined;
}

function add(yaml: Document, { id, slot }: MechanismDeclaration): Problem | undefined {
  const list = listOf(yaml, slot);
  if (list !== undefined && indexOf(list, id) >= 0) {
    return {
      code: 'mechanism.twice',
      message: `${id} is used already.`,
      hint: 'A scenario uses a mechanism once.',
    };
  }
  if (list === undefined) yaml.setIn(['mechanisms', slot], yaml.createNode([{ use: id }]));
  else list.add(yaml.createNode({ use: id }));
  return undefined;
}

function swap(
  list: YAMLSeq,
  index: number,
  from: MechanismDeclaration,
  to: MechanismDeclaration,
): Problem | undefined {
  if (from.slot !== to.slot) {
    return {
      code: 'mechanism.other-slot',
      message: `${to.id} acts in the slot ${to.slot}, ${from.id} in ${from.slot}.`,
      hint: `Choose a mechanism of ${from.slot}.`,
    };
  }
  const use = list.items[index];
  if (!isMap(use)) return notUsed(from.id);
  use.set('use', to.id);
  const parameters = use.get('parameters');
  if (!isMap(parameters)) return undefined;
  for (const name of keysOf(parameters)) if (!alike(name, from, to)) parameters.delete(name);
  if (parameters.items.length === 0) use.delete('parameters');
  return undefined;
}

/** A value means the same in both where name, kind and unit are the same. */
function alike(name: string, from: MechanismDeclaration, to: MechanismDeclaration): boolean {
  const [one, other] = [from.parameters[name], to.parameters[name]];
  return one !== undefined && one.kind === other?.kind && one.unit === other.unit;
}

const keysOf = (map: YAMLMap): string[] =>
  map.items.map(({ key }) => String(isScalar(key) ? key.value : key));

/** The list of mechanisms of a slot; undefined where the scenario has none. */
function listOf(yaml: Document, slot: string): YAMLSeq | undefined {
  const list = yaml.getIn(['mechanisms', slot]);
  return isSeq(list) ? list : undefined;
}

const indexOf = (list: YAMLSeq, id: string): number =>
  list.items.findIndex((item) => isMap(item) && item.get('use') === id);

const notUsed = (id: string): Problem => ({
  code: 'mechanism.not-used',
  message: `The scenario does not use ${id}.`,
  hint: 'Add it first.',
});
