import { StudioError } from '../../sim-core/contract/errors.ts';
import { nodeFiles } from '../ports/node-files.ts';
import type { ScenarioFolder } from './scenario-folder.ts';

/**
 * `text` with what stands between the markers of `mark` replaced: the lines `<!-- mark: begin -->` and `<!-- mark: end -->`.
 * Throws `readme.no-markers` where they are missing.
 */
export function betweenMarkers(mark: string, text: string, replacement: string, file: string): string {
  const begin = `<!-- ${mark}: begin -->`;
  const end = `<!-- ${mark}: end -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new StudioError({
      code: 'readme.no-markers',
      message: `${file} has no place for what shall be written.`,
      hint: `Write the lines ${begin} and ${end} where it shall stand.`,
      where: file,
    });
  }
  return `${text.slice(0, from + begin.length)}\n${replacement}\n${text.slice(to)}`;
}

/** Writes `replacement` into a scenario's README.md as it is now: a run takes long enough for someone to edit it meanwhile. */
export async function writeIntoReadme(
  folder: ScenarioFolder,
  name: string,
  replacement: string,
): Promise<void> {
  const label = folder.label('README.md');
  const text = betweenMarkers(name, await folder.text('README.md'), replacement, label);
  await nodeFiles.write(folder.place('README.md'), text);
}
