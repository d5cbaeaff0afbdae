import { StudioError } from '../../sim-core/contract/errors.ts';
import { freeId } from './duplicate.ts';
import { refreshProject } from './project.ts';
import { scenarioList } from './scenario-queries.ts';
import type { Dropped, Studio } from './studio.ts';

/** Larger is no file that any screen would read. */
const largest = 16 * 1024 * 1024;

/**
 * Takes a file to where it belongs: a scenario becomes one of the project, a CSV goes to Calibrate, a proposal or its bundle to Verify. Rejects
 * with a `StudioError` where it is none of these.
 */
export async function takeDropped(studio: Studio, file: File): Promise<void> {
  const kind = /\.(ya?ml|csv|md|markdown|car)$/i.exec(file.name)?.[1]?.toLowerCase();
  if (kind === undefined || file.size > largest) {
    throw new StudioError({
      code: 'drop.unknown',
      message: `${file.name} is nothing that the studio opens.`,
      hint: 'Drop a scenario (.yaml), a series to calibrate against (.csv), a proposal (.md) or its bundle (.car), of 16 MB at most.',
    });
  }
  if (kind === 'car') {
    await studio.proposals.alongside.take(file);
    return studio.location.go({ screen: 'propose', search: { tab: 'verify' } });
  }
  const dropped = { name: file.name, text: await file.text() };
  if (kind.startsWith('y')) return await takeScenario(studio, dropped);
  studio.dropped.set(dropped);
  // It is held against the scenario in hand, if there is one.
  const { scenario } = studio.location.get();
  const held = scenario === undefined ? {} : { scenario };
  if (kind === 'csv') studio.location.go({ screen: 'explore', ...held, search: { tab: 'calibrate' } });
  else studio.location.go({ screen: 'propose', search: { tab: 'verify' } });
}

async function takeScenario(studio: Studio, { name, text }: Dropped): Promise<void> {
  const { client, queries, location } = studio;
  const written = /^id:\s*["']?([a-z][a-z0-9]*(?:-[a-z0-9]+)*)["']?\s*(?:#.*)?$/m.exec(text)?.[1];
  if (written === undefined) {
    throw new StudioError({
      code: 'drop.no-scenario',
      message: `${name} has no line "id: …", so it is no scenario.`,
      hint: 'A scenario begins with its id, version and title. Any scenario of the Library shows how.',
    });
  }
  const cards = await queries.fetchQuery(scenarioList(client));
  const taken = new Set(cards.map((card) => card.id));
  const id = taken.has(written) ? freeId(written, taken) : written;
  // Its data files are not in hand: they are taken from the scenario that it says it was made from.
  const base = /^base:\s*([a-z0-9/-]+)\s*$/m.exec(text)?.[1];
  const made = base !== undefined && taken.has(base) ? { base } : {};
  await client.call('scenarios.save', { id, text: text.replace(/^id:.*$/m, `id: ${id}`), ...made });
  await refreshProject(studio);
  location.go({ screen: 'design', scenario: id });
  studio.toasts.say({ text: `${name} is a scenario of your project now: ${id}.` });
}
