import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { textOf } from '../../../sim-core/scenario/file-content.ts';
import { limits } from '../../../sim-core/scenario/limits.ts';
import { suggestion } from '../../../sim-core/scenario/nearest-name.ts';
import type { Files } from '../../ports/files.ts';
import { scenarioIds } from '../scenarios/shelf.ts';

/** The files of a new scenario: those of a shipped one, with its name in place of the other's. Throws `scenario.unknown`. */
export async function scenarioFilesOf(
  files: Files,
  scenarios: string,
  from: string,
  id: string,
): Promise<readonly { readonly name: string; readonly text: string }[]> {
  const ids = await scenarioIds(files, scenarios);
  if (!ids.includes(from)) {
    throw new StudioError({
      code: 'scenario.unknown',
      message: `There is no scenario ${JSON.stringify(from)}.`,
      hint: suggestion(from, ids),
    });
  }
  const folder = path.join(scenarios, from);
  const names = (await files.filesUnder(folder)).filter(
    (name) => name === 'scenario.yaml' || /^data\/[^/]+$/.test(name),
  );
  return await Promise.all(
    names.map(async (name) => {
      const text = textOf(
        await files.read(path.join(folder, ...name.split('/')), limits.dataBytes),
        name,
        limits.dataBytes,
      );
      if (!('text' in text)) throw new StudioError(text.problem);
      return { name, text: name === 'scenario.yaml' ? renamed(text.text, id) : text.text };
    }),
  );
}

/** Its own id, from version 1; editors find no schema beside it. */
const renamed = (text: string, id: string): string =>
  text
    .replace(/^# yaml-language-server:.*\n/m, '')
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^version: .*$/m, 'version: 1');
