import { nameInText } from '../../../sim-core/scenario/name-in-text.ts';
import type { ScenariosApi } from '../../api/scenarios/scenarios-api.ts';
import type { Files } from '../../ports/files.ts';
import type { OwnCodeReader } from '../own-code/own-code.ts';
import type { ProjectKeeper } from '../projects/project-keeper.ts';
import { Refusal } from '../refusal.ts';
import { createCardCache } from './card-cache.ts';
import { editAt } from './edit-scenario.ts';
import { checkAt, listScenarios, openAt, textAt } from './open-scenarios.ts';
import { ownShelf, projectShelves } from './project-shelves.ts';
import { saveAt } from './save-scenario.ts';
import { findPlace, placeOf } from './shelf.ts';

interface ScenarioParts {
  readonly files: Files;
  /** The folder of those that are shipped. */
  readonly shipped: string;
  readonly projects: ProjectKeeper;
  readonly ownCode: OwnCodeReader;
}

/** Scenarios as screens ask for them: those that are shipped, and those of the open project. */
export function scenarioHandlers({ files, shipped, projects, ownCode }: ScenarioParts): ScenariosApi {
  const parts = { shipped, projects, ownCode };
  const shelves = () => projectShelves(parts);
  const cardOf = createCardCache(files);
  const find = async (id: string) => await findPlace(files, await shelves(), id);
  return {
    'scenarios.list': async () => await listScenarios(files, await shelves(), cardOf),
    'scenarios.open': async ({ id }) => await openAt(files, await find(id)),
    'scenarios.text': async ({ id }) => await textAt(files, await find(id)),
    'scenarios.check': async ({ id, text }) => await checkAt(files, await find(id), text),
    'scenarios.edit': async ({ id, text, edits }) => await editAt(files, await find(id), text, edits),
    'scenarios.save': async ({ id, text, over, base, title }) => {
      const place = placeOf(await ownShelf(parts), id);
      const from = base === undefined ? undefined : await find(base);
      const known = {
        ...(over === undefined ? {} : { over }),
        ...(from === undefined ? {} : { base: from }),
      };
      const name = { id, base: base ?? '', ...(title === undefined ? {} : { title }) };
      const named = base === undefined ? text : nameInText(text, name);
      // As it will stand there, beside the data that it will have: what cannot be read is not written.
      const checked = await checkAt(
        files,
        from === undefined ? place : { ...from, label: place.label },
        named,
      );
      if (!checked.ok) throw new Refusal(checked.problems);
      await saveAt(files, place, { text: named, ...known });
      return await openAt(files, place);
    },
  };
}
