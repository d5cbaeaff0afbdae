import { Command } from 'commander';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import type { VerdictRule } from '../../../../sim-core/contract/verdict-rule.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { parseAssignment } from '../../../../sim-core/scenario/set-parameter.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import { everyNumber, type FlipTask, namedNumbers } from '../../../services/experiments/flip/flip-task.ts';
import { type FlipAnswer, runFlip } from '../../../services/experiments/flip/run-flip.ts';
import { parseFactors } from '../../../services/experiments/sensitivity/parse-factors.ts';
import type { Installation } from '../../../services/installation.ts';
import { changedDocument } from '../../changed-document.ts';
import { commandLine } from '../../command-line.ts';
import { findScenario, scenarioAt } from '../../find-scenario.ts';
import { interruption } from '../../interruption.ts';
import { gathered, runCount, workerCount } from '../../options.ts';
import { fromUser } from '../../places.ts';
import { say, tell } from '../../terminal.ts';
import { checkWritable, writeFiles } from '../../write-files.ts';
import { casesBar } from '../cases-bar.ts';
import { describedByEngine } from '../described-by-engine.ts';
import { openStore } from '../open-store.ts';
import { orNull } from '../or-null.ts';
import { flipCsv } from './flip-csv.ts';
import { flipReport } from './flip-report.ts';

interface FlipOptions {
  readonly verdict: string;
  readonly factors?: string;
  readonly seeds: string;
  readonly budget: number;
  readonly set: readonly string[];
  readonly overlay: readonly string[];
  readonly runs?: string;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** `flip <scenario> --verdict <id>`: how far from failing, or from passing. */
export const flipCommand = (installation: Installation): Command =>
  new Command('flip')
    .description('find the smallest change of one number, and of several at once, that turns a verdict')
    .argument('<scenario>', 'id of a shipped scenario, or a YAML file')
    .requiredOption('--verdict <id>', 'such as sustainable; it turns where the majority of seeds does')
    .option(
      '--factors <list>',
      'what may change: path or path=5..20, with commas between (default: every number)',
    )
    .option('--seeds <list>', 'seeds of each point, the same at all', '1..9')
    .option('--budget <runs>', 'runs to make at most: points times seeds', runCount, 1000)
    .option('--set <path=value>', 'change a value first; may be repeated', gathered, [])
    .option('--overlay <name>', 'lay a storm over it first; may be repeated', gathered, [])
    .option('--runs <folder>', 'keep runs here, and take from here what has run')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--out <folder>', 'also write flip.md and flip.csv')
    .option('--json', 'print one JSON document instead of Markdown')
    .action(async (written: string, options: FlipOptions) => {
      const task = await flipTask(written, options, installation);
      const out = options.out === undefined ? undefined : fromUser(options.out);
      if (out !== undefined) await checkWritable(out, options.out ?? '');
      tell(`${task.numbers.length} numbers, at most ${options.budget} runs.`);
      const answer = await searched(task, options, installation);
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

async function flipTask(
  written: string,
  { verdict, factors, seeds, budget, set, overlay }: FlipOptions,
  installation: Installation,
): Promise<FlipTask> {
  const list = seedRange(seeds);
  if (budget < 2 * list.length) {
    throw new StudioError({
      code: 'flip.budget',
      message: `${budget} runs are not two points of ${list.length} seeds.`,
      hint: 'Raise --budget, or take fewer --seeds.',
      where: '--budget',
    });
  }
  const original = await scenarioAt(await findScenario(written, installation), installation);
  const changes = { set: set.map(parseAssignment), overlays: overlay };
  const document = await changedDocument(original, changes, installation);
  const rule = await ruleOf(document, verdict, installation);
  const numbers =
    factors === undefined ? everyNumber(document) : namedNumbers(document, parseFactors(factors));
  return { document, verdict: rule, numbers, seeds: list, budget };
}

/** The verdict, if the scenario can answer it. */
async function ruleOf(
  document: ScenarioDocument,
  id: string,
  installation: Installation,
): Promise<VerdictRule> {
  const engine = await loadEngine(installation.engineUrl.href);
  const { metrics } = await describedByEngine(installation, engine, document);
  const reports = (metric: string): boolean => metrics.some((each) => each.id === metric);
  const answered = verdicts.filter(({ applies, days }) => applies(reports) && days <= document.spec.ticks);
  const rule = answered.find((each) => each.id === id);
  if (rule !== undefined) return rule;
  const tooShort = verdicts.some((each) => each.id === id && each.days > document.spec.ticks);
  throw new StudioError({
    code: 'flip.unknown-verdict',
    message: tooShort
      ? `The run of ${document.spec.ticks} days is too short for the verdict "${id}".`
      : `The scenario has no verdict "${id.slice(0, 60)}".`,
    hint: suggestion(
      id,
      answered.map((each) => each.id),
    ),
    where: '--verdict',
  });
}

async function searched(
  task: FlipTask,
  { runs, workers, budget }: FlipOptions,
  installation: Installation,
): Promise<FlipAnswer> {
  const bar = casesBar(budget);
  const store = await openStore(installation, runs);
  try {
    return await runFlip(task, new Map(), {
      installation,
      signal: interruption(),
      progress: bar,
      ...(store === undefined ? {} : { store }),
      ...(workers === undefined ? {} : { workers }),
    });
  } finally {
    bar.end();
  }
}
