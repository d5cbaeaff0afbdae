import path from 'node:path';
import type { OverlayShelf } from '../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { Files } from '../../ports/files.ts';
import { overlayShelf } from '../experiments/overlay-shelf.ts';
import type { Installation } from '../installation.ts';
import type { OwnCodeReader } from '../own-code/own-code.ts';
import { Refusal } from '../refusal.ts';
import { readPlace } from '../scenarios/open-scenarios.ts';
import { copyData } from '../scenarios/save-scenario.ts';
import { findPlace, type Shelf, scenarioFile } from '../scenarios/shelf.ts';
import { placesOf } from './job-folder.ts';

export interface ScenarioParts {
  readonly files: Files;
  readonly installation: Installation;
  readonly ownCode: OwnCodeReader;
}

/** Scenarios as jobs read them: from a page, with its text, and from the folder of a job. */
export function jobScenarios({ files, installation, ownCode }: ScenarioParts) {
  const placeOf = async (project: string, scenario: string) => {
    const own = await ownCode.of(project);
    const shelves: readonly Shelf[] = [
      { place: 'shipped', folder: installation.scenarios },
      { place: 'project', folder: path.join(project, 'scenarios'), own },
    ];
    return await findPlace(files, shelves, scenario);
  };
  return {
    /** A text as if it stood in the file of a scenario, beside its data. Throws a `Refusal` with every problem. */
    async given(project: string, scenario: string, text: string): Promise<ScenarioDocument> {
      const read = await readPlace(files, await placeOf(project, scenario), text);
      if (!read.ok) throw new Refusal(read.problems);
      return read.document;
    },
    /** The scenario in the folder of a job. Throws a `Refusal` with every problem. */
    async kept(project: string, id: string): Promise<ScenarioDocument> {
      const folder = path.join(project, 'experiments');
      const own = await ownCode.of(project);
      const label = `experiments/${id}/${scenarioFile}`;
      const within = path.join(folder, id);
      const read = await readPlace(files, {
        place: 'project',
        folder,
        own,
        id,
        name: scenarioFile,
        within,
        label,
      });
      if (!read.ok) throw new Refusal(read.problems);
      return read.document;
    },
    /** Puts a text into the folder of a job, with the data that it names: what runs later is what the page had. */
    async keep(project: string, id: string, scenario: string, text: string): Promise<void> {
      const { within: from } = await placeOf(project, scenario);
      const { folder } = placesOf(project, id);
      await files.makeFolder(folder);
      await copyData(files, from, folder, text);
      await files.write(path.join(folder, scenarioFile), text);
    },
    overlays: async (project: string): Promise<OverlayShelf> =>
      await overlayShelf(files, installation, project),
  };
}

export type JobScenarios = ReturnType<typeof jobScenarios>;
