import { Command } from 'commander';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { listScenarios } from '../services/scenarios/open-scenarios.ts';
import { problemText, say, shortNumber, tell, textTable } from './terminal.ts';

/** `scenario list` */
export const scenarioListCommand = (installation: Installation): Command =>
  new Command('list')
    .description('list the shipped scenarios')
    .option('--json', 'print one JSON document instead of text')
    .action(async ({ json }: { readonly json?: boolean }) => {
      const cards = await listScenarios(nodeFiles, [{ place: 'shipped', folder: installation.scenarios }]);
      if (json === true) return say(JSON.stringify(cards));
      const rows = cards.map((card) => [
        card.id,
        card.network,
        card.startDate,
        `${card.days} days`,
        `${shortNumber(card.providers.rows)} x ${shortNumber(card.providers.weight)}`,
      ]);
      say(textTable([['Scenario', 'network', 'start', 'horizon', 'rows x units'], ...rows]));
      for (const { id, title, question } of cards) say(`\n${id}: ${title}\n  ${question}`);
      for (const { problem } of cards) if (problem !== undefined) tell(problemText(problem));
    });
