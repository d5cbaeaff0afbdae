import path from 'node:path';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { textOf } from '../../sim-core/scenario/file-content.ts';
import { limits } from '../../sim-core/scenario/limits.ts';
import { nodeFiles } from '../ports/node-files.ts';
import { readWithin } from '../services/read-within.ts';
import type { ScenarioPlace } from './find-scenario.ts';

/** The files beside a scenario. */
export interface ScenarioFolder {
  /** A file's place on disk, from its name with `/` between parts. */
  place(name: string): string;
  /** A file's name in messages. */
  label(name: string): string;
  /** Its text; throws a `StudioError` where there is none. */
  text(name: string): Promise<string>;
}

/** The folder of a scenario's file. */
export function folderOf({ file, label }: ScenarioPlace): ScenarioFolder {
  const placeOf = (name: string) => path.join(path.dirname(file), ...name.split('/'));
  const labelOf = (name: string) => label.slice(0, label.lastIndexOf('/') + 1) + name;
  return {
    place: placeOf,
    label: labelOf,
    async text(name) {
      const content = await readWithin(nodeFiles, path.dirname(file), name, limits.dataBytes);
      const text = textOf(content, labelOf(name), limits.dataBytes);
      if ('text' in text) return text.text;
      throw new StudioError(text.problem);
    },
  };
}
