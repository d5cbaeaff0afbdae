import { Command } from 'commander';
import { mechanisms } from '../../sim-core/mechanisms/index.ts';
import { scenarioSchemaText } from '../../sim-core/scenario/scenario-schema.ts';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { ownDeclarations } from './own-code/declarations-of.ts';
import { fromUser } from './places.ts';
import { say } from './terminal.ts';

/** `scenario schema`: the JSON Schema with which editors complete and check scenario files. */
export const scenarioSchemaCommand = (installation: Installation): Command =>
  new Command('schema')
    .description('print the JSON Schema of scenario files')
    .option('--out <file>', 'write it to a file instead')
    .option('--project <folder>', 'with the mechanisms of a project')
    .action(async ({ out, project }: { readonly out?: string; readonly project?: string }) => {
      const own = await ownDeclarations(project, installation);
      const text = scenarioSchemaText([...mechanisms, ...own]);
      if (out === undefined) return void process.stdout.write(text);
      await nodeFiles.write(fromUser(out), text);
      say(`wrote  ${out}`);
    });
