import { stat } from 'node:fs/promises';
import path from 'node:path';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { limits } from '../../../../sim-core/scenario/limits.ts';
import { namedFiles } from '../../../../sim-core/scenario/named-files.ts';
import { nodeFiles } from '../../../ports/node-files.ts';
import { readWithin } from '../../../services/read-within.ts';
import { fromUser } from '../../places.ts';
import { checkWritable, writeFiles } from '../../write-files.ts';

/** Refuses to write over a file, before anything runs. */
export async function checkScenarioPlace(written: string): Promise<void> {
  const file = fromUser(written);
  if (!/\.ya?ml$/.test(file))
    throw refused(written, `${written} is no name of a scenario.`, 'End it with .yaml.');
  if (await exists(file))
    throw refused(
      written,
      `There is a file ${written} already, and it would be lost.`,
      'Choose another name, or move it away.',
    );
  await checkWritable(path.dirname(file), path.dirname(written));
}

/** Writes a scenario, and beside it the data files that it names, as far as they are not there. Answers the paths. */
export async function writeScenario(written: string, text: string, from: string): Promise<readonly string[]> {
  const file = fromUser(written);
  const folder = path.dirname(file);
  const files: string[] = [];
  for (const name of namedFiles(text)) {
    const there = path.join(folder, ...name.split('/'));
    if (await exists(there)) continue;
    const content = await readWithin(nodeFiles, from, name, limits.dataBytes);
    if (content.kind !== 'bytes') continue;
    await checkWritable(path.dirname(there), path.dirname(there));
    files.push(
      ...(await writeFiles(path.dirname(there), [{ name: path.basename(there), chunks: [content.bytes] }])),
    );
  }
  return [...(await writeFiles(folder, [{ name: path.basename(file), chunks: [text] }])), ...files];
}

const exists = async (file: string): Promise<boolean> =>
  (await stat(file).catch(() => undefined)) !== undefined;

const refused = (where: string, message: string, hint: string): StudioError =>
  new StudioError({ code: 'calibrate.scenario-file', message, hint, where });
