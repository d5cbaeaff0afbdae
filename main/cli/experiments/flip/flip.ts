import { Command } from 'commander';
import { runFlip } from '../../../services/experiments/flip/run-flip.ts';
import type { Installation } from '../../../services/installation.ts';
import { commandLine } from '../../../services/results/command-line.ts';
import { gathered, runCount, workerCount } from '../../options.ts';
import { say, tell } from '../../terminal.ts';
import { outFolder, writeFiles } from '../../write-files.ts';
import { type CostFlags, withCostFlags } from '../agree-on-cost.ts';
import { type StoreFlag, withStoreFlags } from '../open-store.ts';
import { orNull } from '../or-null.ts';
import { searched } from '../searched.ts';
import { flipCsv } from './flip-csv.ts';
import { flipReport } from './flip-report.ts';
import { type FlipFlags, flipRequest } from './flip-request.ts';

interface FlipOptions extends FlipFlags, CostFlags {
  readonly store?: StoreFlag;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** `flip <experiment or scenario>`: how far from failing, or from passing. */
export const flipCommand = (installation: Installation): Command =>
  withCostFlags(withStoreFlags(new Command('flip')))
    .description('find the smallest change of one number, and of several at once, that turns a verdict')
    .argument('<experiment>', 'an experiment file, or a scenario together with --verdict')
    .option('--verdict <id>', 'such as sustainable; it turns where the majority of seeds does')
    .option(
      '--factors <list>',
      'what may change: path or path=5..20, with commas between (default: every number)',
    )
    .option('--seeds <list>', 'seeds of each point, the same at all (default: 1..9, or what the file says)')
    .option('--budget <runs>', 'runs to make at most: points times seeds (default: 1000)', runCount)
    .option('--set <path=value>', 'change a value first; may be repeated', gathered, [])
    .option('--overlay <name>', 'lay a storm over it first; may be repeated', gathered, [])
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--out <folder>', 'also write flip.md and flip.csv')
    .option('--json', 'print one JSON document instead of Markdown')
    .action(async (written: string, options: FlipOptions) => {
      const { task, shelf, project } = await flipRequest(written, options, installation);
      const out = await outFolder(options.out);
      const { document, budget, numbers } = task;
      const answer = await searched(
        {
          ...{ document, budget, project, over: { count: numbers.length, what: 'number' } },
          run: (runner) => runFlip(task, shelf, runner),
        },
        options,
        installation,
      );
      if (answer === undefined) return;
      const report = flipReport(answer, commandLine(process.argv.slice(2)));
      if (options.json === true) say(JSON.stringify(answer, orNull));
      else say(report);
      if (out === undefined) return;
      const files = await writeFiles(out, [
        { name: 'flip.md', chunks: [`${report}\n`] },
        { name: 'flip.csv', chunks: flipCsv(answer) },
      ]);
      for (const file of files) tell(`wrote  ${file}`);
    });
