import { mechanisms } from '../mechanisms/index.ts';
import { DataTables } from './data-tables.ts';
import type { FileContent } from './file-content.ts';
import { readScenario } from './read-scenario.ts';
import { readYaml } from './read-yaml.ts';
import { Reading } from './reading.ts';
import type { MechanismDeclaration, ScenarioRead } from './scenario-document.ts';

/**
 * A scenario's text and its data files to a scenario that can be run, or to every problem in it with file, line and
 * column. Never throws, whatever the text. `file` is the name that messages use.
 */
export function parseScenario(
  file: string,
  text: string,
  files: ReadonlyMap<string, FileContent>,
  declared: readonly MechanismDeclaration[] = mechanisms,
): ScenarioRead {
  const yaml = readYaml(file, text);
  if (!yaml.ok) return yaml;
  const reading = new Reading();
  const read = readScenario(reading, yaml.root, declared, new DataTables(file, files));
  if (read === undefined) return { ok: false, problems: reading.problems };
  return { ok: true, document: { file, text, ...read, declared, warnings: reading.warnings } };
}
