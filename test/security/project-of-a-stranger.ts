import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { StudioApi } from '../../main/api/studio-api.ts';
import { nodeFiles } from '../../main/ports/node-files.ts';
import { installationIn } from '../../main/services/installation.ts';
import { createStudio } from '../../main/services/studio.ts';
import { root } from '../../scripts/root.mjs';

/** What nobody but the person may see: the content of every private file. */
export const secret = 'SECRET-OF-THE-PERSON';

/** A folder with a project in it that came from a stranger, private files beside it, and a studio that has it open. */
export interface Strange {
  readonly folder: string;
  readonly project: string;
  readonly api: StudioApi;
  /** Names and contents of everything outside of the project and of the studio's own folder. */
  outside(): Readonly<Record<string, string>>;
  remove(): void;
}

export function openStrange(): Strange {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-strange-'));
  const project = path.join(folder, 'project');
  cpSync(path.join(root, 'test/fixtures/scenarios/small'), path.join(project, 'scenarios/small'), {
    recursive: true,
  });
  const home = path.join(folder, 'home');
  mkdirSync(home);
  const small = readFileSync(path.join(project, 'scenarios/small/scenario.yaml'), 'utf8');
  // Private files under every name that a route might look for.
  for (const name of ['secret.txt', 'README.md', 'mine.md', 'regions.csv', 'about.json', 'job.json', 'x.car'])
    writeFileSync(path.join(home, name), `${secret} ${name}\n`);
  for (const name of ['scenario.yaml', 'mine.yaml'])
    writeFileSync(path.join(home, name), small.replace('title: Small', `title: ${secret}`));
  const api = createStudio({
    ...{ installation: installationIn(root), door: 'memory', files: nodeFiles },
    ...{ userFolder: path.join(folder, 'person'), usualProject: project, project },
  });
  return {
    ...{ folder, project, api },
    outside() {
      const names = readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
        .filter((name) => !/^(?:project|person)[\\/]/.test(name));
      return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
