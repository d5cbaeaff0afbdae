import type { ListedScenario } from '../../api/scenarios/scenarios-api.ts';
import type { Files } from '../../ports/files.ts';
import { listedAt } from './open-scenarios.ts';
import type { ScenarioPlace } from './shelf.ts';

/** Cards of scenarios, each read again only when a file beside it, or a module of its project, has changed. */
export type CardCache = (place: ScenarioPlace) => Promise<ListedScenario>;

export function createCardCache(files: Files): CardCache {
  const known = new Map<string, { readonly stamp: string; readonly card: Promise<ListedScenario> }>();
  return async (place) => {
    const { own, within } = place;
    const stamps = await files.stampsUnder(within);
    const modules = own === undefined ? [] : [...own.code.map(({ id }) => id), String(own.problems.length)];
    const stamp = [...stamps, ...modules].join('\n');
    const there = known.get(within);
    if (there?.stamp === stamp) return await there.card;
    const card = listedAt(files, place);
    known.set(within, { stamp, card });
    card.catch(() => known.delete(within));
    return await card;
  };
}
