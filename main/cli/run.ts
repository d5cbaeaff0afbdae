import { Command } from 'commander';
import { medianIntervals } from '../../sim-core/analysis/median-intervals.ts';
import { manifestOf, manifestText } from '../../sim-core/results/manifest.ts';
import { seedRange } from '../../sim-core/results/seed-range.ts';
import type { ScenarioDocument } from '../../sim-core/scenario/scenario-document.ts';
import { nodeFiles } from '../ports/node-files.ts';
import type { Installation } from '../services/installation.ts';
import { commandLine } from '../services/results/command-line.ts';
import { formatsIn, type TableFormat, tableFormats } from '../services/results/formats.ts';
import { manifestParameters } from '../services/results/manifest-parameters.ts';
import { resultFiles } from '../services/results/result-files.ts';
import { engineId, studioVersion } from '../services/studio-info.ts';
import { type BatchPool, batchPool } from './batch-pool.ts';
import { interruption } from './interruption.ts';
import { gathered, workerCount } from './options.ts';
import { fromUser } from './places.ts';
import { progressBar } from './progress-bar.ts';
import { type FinishedBatch, runBatch } from './run-batch.ts';
import { runReport } from './run-report.ts';
import { type RunFlags, runRequest, usualSeeds } from './run-request.ts';
import { runUntil, stopText } from './run-until.ts';
import { tellShortfall } from './tell-shortfall.ts';
import { problemText, say, tell } from './terminal.ts';
import { checkWritable, writeFiles } from './write-files.ts';

interface RunOptions extends RunFlags {
  readonly out: string;
  readonly format: string;
  readonly workers?: number;
  readonly json?: boolean;
}

/** `run <scenario>`: simulates seeds and writes what came out. */
export const runCommand = (installation: Installation): Command =>
  new Command('run')
    .description('simulate a scenario and write metrics, breakdowns, their dictionary and manifest.json')
    .argument('<scenario>', 'id of a shipped scenario, a YAML file, or an experiment file with a stop rule')
    .option('--seeds <list>', 'range such as 1..50, or list such as 1,2,7 (default: 1..20)')
    .option(
      '--until <rule>',
      'stop at the first seeds that are enough: "verdict sustainable < 2" (points), "market.price@end < 5 %" (of the median)',
    )
    .option(
      '--set <path=value>',
      'change a value, such as emission.halving.period="365 day"; may be repeated',
      gathered,
      [],
    )
    .option('--overlay <name>', 'lay a storm over it, such as price-crash; may be repeated', gathered, [])
    .option('--out <folder>', 'where files go', 'out')
    .option('--format <list>', `formats of the tables: ${tableFormats.join(', ')}`, 'csv')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--json', 'print one JSON document instead of text')
    .action(async (written: string, options: RunOptions) => {
      const formats = formatsIn(options.format, tableFormats);
      const out = fromUser(options.out);
      const pool = batchPool(installation, options.workers);
      const { document, seeds, finished } = await simulated(written, options, installation, pool).finally(
        pool.close,
      );
      const complete = finished.batch.seeds.length === seeds.length;
      if (!complete) process.exitCode = 1;
      if (finished.batch.seeds.length === 0) return tellShortfall(finished, seeds, 'Nothing was written.');
      const files = await writeResult(installation, document, seeds, finished, { out, formats });
      if (options.json === true) say(jsonResult(finished, seeds, files));
      else say(runReport(document, finished, seeds, files));
      if (!complete) tellShortfall(finished, seeds, 'The seeds that finished are in the files.');
    });

interface Simulated {
  readonly document: ScenarioDocument;
  /** Those that were started. */
  readonly seeds: readonly string[];
  readonly finished: FinishedBatch;
}

/** What the command line asks for, simulated; the threads start while the scenario is read. */
async function simulated(
  written: string,
  options: RunOptions,
  installation: Installation,
  pool: BatchPool,
): Promise<Simulated> {
  pool.warm(seedRange(options.seeds ?? usualSeeds).length);
  const { document, seeds, rule, ruleAt } = await runRequest(written, options, installation);
  const watch = { progress: progressBar(seeds.length, 'seeds'), signal: interruption(), pool };
  await checkWritable(fromUser(options.out), options.out);
  for (const warning of document.warnings) tell(problemText(warning).replace(/^error/, 'warning'));
  if (rule === undefined)
    return {
      document,
      seeds,
      finished: await runBatch(installation, document, seeds, options.workers, watch),
    };
  const until = { ...watch, workers: options.workers, ruleAt };
  const stopped = await runUntil(installation, document, seeds, rule, until);
  tell(stopText(stopped));
  return { document, seeds: stopped.started, finished: stopped };
}

async function writeResult(
  installation: Installation,
  document: ScenarioDocument,
  seeds: readonly string[],
  { engine, batch, startedAt, durationMs }: FinishedBatch,
  { out, formats }: { readonly out: string; readonly formats: readonly TableFormat[] },
): Promise<readonly string[]> {
  const manifest = manifestOf(document.spec, batch, {
    title: document.metadata.title,
    question: document.metadata.question,
    parameters: manifestParameters(document),
    overlays: document.metadata.overlays ?? [],
    engineId: await engineId(nodeFiles, installation),
    specDigest: engine.specDigest(document.spec),
    seeds,
    startedAt,
    durationMs,
    command: commandLine(process.argv.slice(2)),
    versions: { studio: await studioVersion(nodeFiles, installation), node: process.version },
  });
  return await writeFiles(out, [
    ...(await resultFiles(batch, formats)),
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
  return JSON.stringify({
    digest,
    seeds,
    ...short,
    files,
    metrics: medianIntervals(batch),
    verdicts,
    durationMs,
  });
}
