import type { ListedScenario } from '../../../main/api/scenarios/scenarios-api.ts';
import type { Command } from '../../state/command.ts';
import { duplicate } from '../../state/duplicate.ts';
import { startRun } from './run.ts';

/** Opens or runs a scenario, or a variant of one, by name. One that cannot be read can be looked at, not run. */
export function scenarioCommands(cards: readonly ListedScenario[]): Command[] {
  const all = cards.flatMap((card) => [
    card,
    ...card.variants.map((variant) => ({ ...variant, network: card.network })),
  ]);
  return all.flatMap(({ id: scenario, title, network, problem }) => [
    {
      id: `scenario.show:${scenario}`,
      title: `Read about ${title}`,
      keywords: ['readme', 'parameters', 'assumptions', network],
      enabled: () => true,
      run: ({ location }) => location.go({ screen: 'library', scenario }),
    },
    {
      id: `scenario.open:${scenario}`,
      title: `Open ${title}`,
      keywords: ['scenario', network],
      enabled: () => problem === undefined,
      run: ({ location }) => location.go({ screen: 'run', scenario }),
    },
    {
      id: `scenario.duplicate:${scenario}`,
      title: `Duplicate ${title}`,
      keywords: ['copy', 'template', 'new', network],
      enabled: () => problem === undefined,
      run: (studio) => duplicate(studio, scenario),
    },
    {
      id: `scenario.design:${scenario}`,
      title: `Design ${title}`,
      keywords: ['scenario', 'edit', 'change', 'parameters', network],
      enabled: () => problem === undefined,
      run: ({ location }) => location.go({ screen: 'design', scenario }),
    },
    {
      id: `scenario.run:${scenario}`,
      title: `Run ${title}`,
      keywords: ['scenario', 'start', 'simulate', network],
      enabled: ({ simulation }) => problem === undefined && !simulation.busy(),
      async run(studio) {
        studio.location.go({ screen: 'run', scenario });
        await startRun(studio, scenario);
      },
    },
  ]);
}
