import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { experimentSchemaText } from '../../../sim-core/scenario/experiment/experiment-schema.ts';
import { limits } from '../../../sim-core/scenario/limits.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { Refusal } from '../../services/refusal.ts';
import { fromUser } from '../places.ts';
import { readText } from '../read-text.ts';
import { problemText, say, tell } from '../terminal.ts';
import { problemsOfExperiment } from './check-experiment.ts';
import { runExperimentCommand } from './experiment-run.ts';

/** `experiment <file>`, `experiment validate | schema` */
export const experimentCommand = (installation: Installation): Command =>
  new Command('experiment')
    .description('do what an experiment file asks, or check it')
    .addCommand(runExperimentCommand(installation), { isDefault: true })
    .addCommand(validateCommand(installation))
    .addCommand(schemaCommand());

const validateCommand = (installation: Installation): Command =>
  new Command('validate')
    .description('check experiment files with their scenarios, and name every problem')
    .argument('<file...>', 'YAML files')
    .action(async (files: readonly string[]) => {
      for (const file of files) {
        try {
          await check(file, installation);
          say(`${file}: good`);
        } catch (thrown) {
          if (!(thrown instanceof StudioError)) throw thrown;
          const problems = thrown instanceof Refusal ? thrown.problems : [thrown];
          for (const problem of problems) tell(problemText(problem));
          tell(`${file}: ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`);
          process.exitCode = 2;
        }
      }
    });

async function check(file: string, installation: Installation): Promise<void> {
  const problems = await problemsOfExperiment(file, await readText(file, limits.scenarioBytes), installation);
  if (problems.length > 0) throw new Refusal(problems);
}

const schemaCommand = (): Command =>
  new Command('schema')
    .description('print the JSON Schema of experiment files')
    .option('--out <file>', 'write it to a file instead')
    .action(async ({ out }: { readonly out?: string }) => {
      const text = experimentSchemaText();
      if (out === undefined) return void process.stdout.write(text);
      await nodeFiles.write(fromUser(out), text);
      say(`wrote  ${out}`);
    });
