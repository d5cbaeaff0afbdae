import { scenarioList } from './scenario-queries.ts';
import type { Studio } from './studio.ts';

/** Makes a scenario of the project from another, as that stands on disk, and opens it for design. Rejects with a `StudioError`. */
export async function duplicate(studio: Studio, scenario: string): Promise<void> {
  const { client, queries, location, toasts } = studio;
  const cards = await queries.fetchQuery(scenarioList(client));
  const opened = await client.call('scenarios.open', { id: scenario });
  const id = freeId(scenario, new Set(cards.map((card) => card.id)));
  const title = `${opened.card.title} (copy)`;
  await client.call('scenarios.save', { id, text: opened.text, base: scenario, title });
  await queries.invalidateQueries({ queryKey: ['scenarios'] });
  location.go({ screen: 'design', scenario: id });
  toasts.say({ text: `${id} is a scenario of your project now.` });
}

/** The id with the next number at its end that nobody has. */
export function freeId(scenario: string, taken: ReadonlySet<string>): string {
  const stem = scenario.replace('/', '-').replace(/-\d+$/, '');
  for (let number = 2; ; number++) {
    const id = `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}
