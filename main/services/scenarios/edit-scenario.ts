import { StudioError } from '../../../sim-core/contract/errors.ts';
import { editText } from '../../../sim-core/scenario/edit-text.ts';
import { readYaml } from '../../../sim-core/scenario/read-yaml.ts';
import type { CheckedScenario, ScenarioEdit } from '../../api/scenarios/scenarios-api.ts';
import type { Files } from '../../ports/files.ts';
import { checkAt, declaredAt, readPlace } from './open-scenarios.ts';
import type { ScenarioPlace } from './shelf.ts';

/**
 * Makes changes in a scenario's text, one after another, and reads the outcome. A change that cannot be made leaves the text as it
 * was: its problems are in the answer. Throws `scenario.broken-text` where the text is no YAML.
 */
export async function editAt(
  files: Files,
  place: ScenarioPlace,
  text: string,
  edits: readonly ScenarioEdit[],
): Promise<CheckedScenario> {
  const declared = declaredAt(place);
  let edited = text;
  for (const edit of edits) {
    const read = await readPlace(files, place, edited);
    if (!read.ok && !isYaml(edited)) {
      throw new StudioError({
        code: 'scenario.broken-text',
        message: 'The YAML of this scenario has errors, so its values cannot be changed in the form.',
        hint: 'Mend what is marked in the YAML tab, or undo.',
        ...(read.problems[0]?.where === undefined ? {} : { where: read.problems[0].where }),
      });
    }
    const document = read.ok ? { document: read.document } : {};
    const done = editText({ text: edited, declared, ...document }, edit);
    if (!done.ok) return { ok: false, text, problems: done.problems };
    edited = done.text;
  }
  return await checkAt(files, place, edited);
}

/** A scenario that lacks a value is still one that a form can give it to. */
const isYaml = (text: string): boolean => {
  const read = readYaml('', text);
  return read.ok && read.root.kind === 'mapping';
};
