import { Command } from 'commander';
import { scenarioSchemaText } from '../../sim-core/scenario/scenario-schema.ts';
import { nodeFiles } from '../ports/node-files.ts';
import { fromUser } from './places.ts';
import { say } from './terminal.ts';

/** `scenario schema`: the JSON Schema with which editors complete and check scenario files. */
export const scenarioSchemaCommand = (): Command =>
  new Command('schema')
    .description('print the JSON Schema of scenario files')
    .option('--out <file>', 'write it to a file instead')
    .action(async ({ out }: { readonly out?: string }) => {
      if (out === undefined) return void process.stdout.write(scenarioSchemaText());
      await nodeFiles.write(fromUser(out), scenarioSchemaText());
      say(`wrote  ${out}`);
    });
