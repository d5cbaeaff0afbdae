import { Command } from 'commander';
import type { Installation } from '../services/installation.ts';
import { findScenario, readScenario } from './find-scenario.ts';
import { problemText, say, tell } from './terminal.ts';

/** `scenario validate <scenario...>`: every problem of each, not only the first. */
export const scenarioValidateCommand = (installation: Installation): Command =>
  new Command('validate')
    .description('check scenarios and name every problem')
    .argument('<scenario...>', 'ids of shipped scenarios, or YAML files')
    .action(async (written: readonly string[]) => {
      for (const each of written) {
        const place = await findScenario(each, installation);
        const read = await readScenario(place, installation);
        if (read.ok) {
          for (const warning of read.document.warnings)
            tell(problemText(warning).replace(/^error/, 'warning'));
          say(`${place.label}: good`);
          continue;
        }
        process.exitCode = 2;
        for (const problem of read.problems) tell(problemText(problem));
        const count = read.problems.length;
        tell(`${place.label}: ${count} ${count === 1 ? 'problem' : 'problems'}`);
      }
    });
