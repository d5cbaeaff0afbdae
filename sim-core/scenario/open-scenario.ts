import { type FileContent, type ReadFile, textOf } from './file-content.ts';
import { limits } from './limits.ts';
import { namedFiles } from './named-files.ts';
import { parseScenario } from './parse-scenario.ts';
import type { MechanismDeclaration, ScenarioRead } from './scenario-document.ts';

/**
 * Reads a scenario and the data files it names through `read`, then parses it. `name` is the scenario's file in its
 * folder, `file` the name that messages use.
 */
export async function openScenario(
  read: ReadFile,
  name: string,
  file: string,
  declared?: readonly MechanismDeclaration[],
): Promise<ScenarioRead> {
  const text = textOf(await read(name, limits.scenarioBytes), file, limits.scenarioBytes);
  if (!('text' in text)) return { ok: false, problems: [text.problem] };
  const files = new Map<string, FileContent>();
  for (const each of namedFiles(text.text)) files.set(each, await read(each, limits.dataBytes));
  return parseScenario(file, text.text, files, declared);
}
