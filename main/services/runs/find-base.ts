import path from 'node:path';
import { describeParameters } from '../../../sim-core/scenario/describe-parameters.ts';
import type { ScenarioDocument } from '../../../sim-core/scenario/scenario-document.ts';
import type { Files } from '../../ports/files.ts';
import { createMemory } from '../create-memory.ts';
import { readPlace } from '../scenarios/open-scenarios.ts';
import { findPlace, type Shelf } from '../scenarios/shelf.ts';
import type { Worded } from './changes-of.ts';

/** A scenario, and what a command line calls it. */
export interface FoundScenario {
  readonly document: ScenarioDocument;
  /** An id where it is shipped, else its file. */
  readonly called: string;
}

/** Scenarios as they stand on disk, each read once. */
export interface Bases {
  /** The scenario that a run is of, by its id as places or as specs name it; undefined where it is gone or broken. */
  scenario(id: string): Promise<FoundScenario | undefined>;
  /** What a run is compared with: the scenario that its own was made from, else its own. */
  base(id: string): Promise<Worded | undefined>;
}

export function findBases(files: Files, shelves: readonly Shelf[]): Bases {
  const read = createMemory<FoundScenario | undefined>();
  const open = async (id: string): Promise<FoundScenario | undefined> => {
    for (const name of namesOf(id)) {
      const place = await findPlace(files, shelves, name).catch(() => undefined);
      if (place === undefined) continue;
      const found = await readPlace(files, place);
      const called = place.place === 'shipped' ? place.id : path.join(place.within, place.name);
      if (found.ok) return { document: found.document, called };
    }
    return undefined;
  };
  const scenario = (id: string) => read(id, () => open(id));
  return {
    scenario,
    async base(id) {
      const own = (await scenario(id))?.document;
      const from = own?.metadata.base;
      const document = (from === undefined ? undefined : (await scenario(from))?.document) ?? own;
      if (document === undefined) return undefined;
      return { spec: document.spec, parameters: describeParameters(document) };
    },
  };
}

/** A variant's spec is called `wireless-burn-mint-free` where its place is `wireless-burn-mint/free`. */
function namesOf(id: string): readonly string[] {
  const cuts = [...id.matchAll(/-/g)].map(({ index }) => `${id.slice(0, index)}/${id.slice(index + 1)}`);
  return id.includes('/') ? [id] : [id, ...cuts.reverse()];
}
