// Whether a target is stale is a question about contents, not times: a checkout or a copy changes times.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What every target depends on besides its own inputs. */
const shared = ['package-lock.json', 'tsconfig.base.json', 'scripts/build'];

/**
 * Files under a folder, or the file itself; tests are no part of a build.
 * @param {string} place
 * @returns {string[]}
 */
function filesIn(place) {
  if (!existsSync(place)) return [];
  const entries = readdirSync(path.dirname(place), { withFileTypes: true });
  if (entries.some((entry) => entry.name === path.basename(place) && entry.isFile())) return [place];
  return readdirSync(place, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

/**
 * A digest of everything that decides what `inputs` build to.
 * @param {string} root
 * @param {string[]} inputs
 */
export function fingerprint(root, inputs) {
  const hash = createHash('sha256');
  for (const file of [...shared, ...inputs].flatMap((input) => filesIn(path.join(root, input)))) {
    const contents = readFileSync(file);
    hash.update(`${path.relative(root, file)}\0${contents.length}\0`).update(contents);
  }
  return hash.digest('hex');
}
