import { Command, Option } from 'commander';
import { dictionaryCsv, metricsCsv } from '../../sim-core/results/csv.ts';
import { lastDay } from '../../sim-core/results/last-day.ts';
import { manifestOf, manifestText } from '../../sim-core/results/manifest.ts';
import { seedRange } from '../../sim-core/results/seed-range.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import { parseAssignment, setAll } from '../../sim-core/scenario/set-parameter.ts';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { engineId, studioVersion } from '../services/studio-info.ts';
import { findScenario, scenarioAt } from './find-scenario.ts';
import { interruption } from './interruption.ts';
import { gathered, workerCount } from './options.ts';
import { fromUser } from './places.ts';
import { progressBar } from './progress-bar.ts';
import { Refusal } from './refusal.ts';
import { type FinishedBatch, runBatch } from './run-batch.ts';
import { runReport } from './run-report.ts';
import { tellShortfall } from './tell-shortfall.ts';
import { problemText, say, tell } from './terminal.ts';
import { checkWritable, writeFiles } from './write-files.ts';

interface RunOptions {
  readonly seeds: string;
  readonly set: readonly string[];
  readonly out: string;
  readonly workers?: number;
  readonly json?: boolean;
}

/** `run <scenario>`: simulates seeds and writes what came out. */
export const runCommand = (installation: Installation): Command =>
  new Command('run')
    .description('simulate a scenario and write metrics.csv, dictionary.csv and manifest.json')
    .argument('<scenario>', 'id of a shipped scenario, or a YAML file')
    .option('--seeds <list>', 'range such as 1..50, or list such as 1,2,7', '1..20')
    .option(
      '--set <path=value>',
      'change a value, such as emission.halving.period="365 day"; may be repeated',
      gathered,
      [],
    )
    .option('--out <folder>', 'where files go', 'out')
    .addOption(new Option('--format <name>', 'format of the metrics').choices(['csv']).default('csv'))
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--json', 'print one JSON document instead of text')
    .action(async (written: string, options: RunOptions) => {
      const seeds = seedRange(options.seeds);
      const original = await scenarioAt(await findScenario(written, installation));
      const document = withChanges(original, options.set);
      const out = fromUser(options.out);
      const watch = { progress: progressBar(seeds.length), signal: interruption() };
      await checkWritable(out, options.out);
      for (const warning of document.warnings) tell(problemText(warning).replace(/^error/, 'warning'));
      const finished = await runBatch(installation, document.spec, seeds, options.workers, watch);
      const complete = finished.batch.seeds.length === seeds.length;
      if (!complete) process.exitCode = 1;
      if (finished.batch.seeds.length === 0) return tellShortfall(finished, seeds, 'Nothing was written.');
      const files = await writeResult(installation, document, seeds, finished, out);
      if (options.json === true) say(jsonResult(finished, seeds, files));
      else say(runReport(document, finished, seeds, files));
      if (!complete) tellShortfall(finished, seeds, 'The seeds that finished are in the files.');
    });

/** The scenario after every `--set`. */
function withChanges(document: ScenarioDocument, assignments: readonly string[]): ScenarioDocument {
  const changed = setAll(document, assignments.map(parseAssignment));
  if (changed.ok) return changed.document;
  throw new Refusal(changed.problems);
}

async function writeResult(
  installation: Installation,
  document: ScenarioDocument,
  seeds: readonly string[],
  { engine, batch, startedAt, durationMs }: FinishedBatch,
  out: string,
): Promise<readonly string[]> {
  const manifest = manifestOf(document.spec, batch, {
    title: document.metadata.title,
    engineId: await engineId(nodeFiles, installation),
    specDigest: engine.specDigest(document.spec),
    seeds,
    startedAt,
    durationMs,
    command: ['depin-studio', ...process.argv.slice(2)].join(' '),
    versions: { studio: await studioVersion(nodeFiles, installation), node: process.version },
  });
  return await writeFiles(out, [
    { name: 'metrics.csv', chunks: metricsCsv(batch) },
    { name: 'dictionary.csv', chunks: dictionaryCsv(batch.metrics) },
    { name: 'manifest.json', chunks: [manifestText(manifest)] },
  ]);
}

function jsonResult(
  { batch, durationMs }: FinishedBatch,
  seeds: readonly string[],
  files: readonly string[],
): string {
  const { digest, verdicts, failures } = batch;
  const short =
    batch.seeds.length === seeds.length ? {} : { finished: batch.seeds.map(({ seed }) => seed), failures };
  return JSON.stringify({ digest, seeds, ...short, files, metrics: lastDay(batch), verdicts, durationMs });
}
