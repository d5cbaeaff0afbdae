import path from 'node:path';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import type { Code } from '../../../sim-core/contract/extension.ts';
import { textOf } from '../../../sim-core/scenario/file-content.ts';
import type { Files } from '../../ports/files.ts';
import { nativeDigest } from '../native-digest.ts';

/** Folders of a project whose modules run with its scenarios. */
const codeFolders = ['mechanisms', 'metrics', 'models'];

const largestModule = 256 * 1024;
const mostModules = 200;

/** A folder that a team keeps: its scenarios, and mechanisms, metrics and models of its own. */
export interface Project {
  readonly folder: string;
  /** Every module, in the order of their names. */
  readonly code: readonly Code[];
}

/**
 * The project that a scenario's file belongs to: the nearest of its folder and the two above (`project/scenarios/<id>/`) that
 * holds modules. Undefined where there are none.
 */
export async function projectOf(files: Files, scenarioFile: string): Promise<Project | undefined> {
  let folder = path.dirname(scenarioFile);
  for (let up = 0; up < 3; up++) {
    const code = await codeIn(files, folder);
    if (code.length > 0) return { folder, code };
    folder = path.dirname(folder);
  }
  return undefined;
}

/** The modules in a project's folder. */
export async function codeIn(files: Files, folder: string): Promise<readonly Code[]> {
  const names: string[] = [];
  for (const part of codeFolders) {
    const within = await files.filesUnder(path.join(folder, part));
    names.push(...within.filter((name) => name.endsWith('.js')).map((name) => `${part}/${name}`));
  }
  if (names.length > mostModules) {
    throw new StudioError({
      code: 'extension.too-many',
      message: `${folder} holds ${names.length} modules.`,
      hint: `A project may have ${mostModules}. Is node_modules or a build among them?`,
    });
  }
  return await Promise.all(names.map((name) => moduleAt(files, folder, name)));
}

async function moduleAt(files: Files, folder: string, name: string): Promise<Code> {
  const text = textOf(
    await files.read(path.join(folder, ...name.split('/')), largestModule),
    name,
    largestModule,
  );
  if (!('text' in text)) throw new StudioError(text.problem);
  return { name, id: nativeDigest(text.text), text: text.text };
}
