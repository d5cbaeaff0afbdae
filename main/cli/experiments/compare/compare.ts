import { availableParallelism } from 'node:os';
import { Command } from 'commander';
import { compareBatches } from '../../../../sim-core/analysis/compare/compare-batches.ts';
import type { BatchResult } from '../../../../sim-core/contract/run.ts';
import { verdicts } from '../../../../sim-core/metrics/verdicts.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import { parameterDifferences } from '../../../../sim-core/scenario/parameter-differences.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import type { CaseResult } from '../../../services/experiments/case.ts';
import { estimateOf } from '../../../services/experiments/estimate.ts';
import type { Installation } from '../../../services/installation.ts';
import { commandLine } from '../../../services/results/command-line.ts';
import { gathered, workerCount } from '../../options.ts';
import { problemText, say, tell } from '../../terminal.ts';
import { outFolder, writeFiles } from '../../write-files.ts';
import { agreedOnCost, type CostFlags, withCostFlags } from '../agree-on-cost.ts';
import { estimateText } from '../estimate-text.ts';
import { finishedCases } from '../finished-cases.ts';
import { openStore, type StoreFlag, withStoreFlags } from '../open-store.ts';
import { orNull } from '../or-null.ts';
import type { ComparedColumn } from './columns-of.ts';
import { type CompareFlags, compareRequest } from './compare-request.ts';
import { comparisonCsv } from './comparison-csv.ts';
import { comparisonReport } from './comparison-report.ts';

interface CompareOptions extends CompareFlags, CostFlags {
  readonly store?: StoreFlag;
  readonly workers?: number;
  readonly out?: string;
  readonly json?: boolean;
}

/** Told where no measure is asked for, of those that some column reports. */
const usualMeasures = [
  'providers.active@end',
  'network.coverage@end',
  'demand.served@end',
  'demand.fees@end',
  'market.price@end',
  'supply.inflation@end',
  'providers.payback@end',
  'sustainability.subsidy-share@end',
];

/** `compare <experiment or scenarios>`: what differs, seed by seed. */
export const compareCommand = (installation: Installation): Command =>
  withCostFlags(withStoreFlags(new Command('compare')))
    .description(
      'run two to six scenarios, or one under several changes, on the same seeds, and say what differs',
    )
    .argument('<scenario...>', 'ids of shipped scenarios, YAML files, or one experiment file')
    .option(
      '--seeds <list>',
      'range such as 1..50, or list such as 1,2,7 (default: 1..20, or what the file says)',
    )
    .option(
      '--set <changes>',
      'a column: path=value, also mechanism.<slot>=id, or several joined by " & "; may be repeated',
      gathered,
      [],
    )
    .option('--overlay <name>', 'a column under this overlay; may be repeated', gathered, [])
    .option('--set-all <path=value>', 'a change in every column; may be repeated', gathered, [])
    .option('--measure <text>', 'such as providers.active@36mo; may be repeated', gathered, [])
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--out <folder>', 'also write comparison.md and CSV files')
    .option('--json', 'print one JSON document instead of Markdown')
    .action(async (scenarios: readonly string[], options: CompareOptions) => {
      const request = await compareRequest(scenarios, options, installation);
      const { columns, seeds, measures: asked, project } = request;
      const out = await outFolder(options.out);
      const cases = columns.map(({ label, document }) => ({ label, document, seeds }));
      const workers = options.workers ?? availableParallelism();
      const opened = await openStore(installation, options.store, project);
      const store = opened === undefined ? {} : { store: opened };
      const engine = await loadEngine(installation.engineUrl.href);
      const estimate = await estimateOf(cases, { installation, engine, workers, ...store });
      const cost = opened === undefined ? { ...estimate, bytes: 0 } : estimate;
      if (!agreedOnCost(estimate, estimateText(cost, workers), options)) return;
      const results = await finishedCases(cases, { installation, workers, ...store });
      const runs = results.map(({ batch }, i) => ({ label: columns[i]?.label ?? '', batch }));
      const comparison = compareBatches(runs, {
        measures: asked.length > 0 ? asked : reportedOf(results),
        rules: verdicts,
        suggest: suggestion,
      });
      const parameters = parameterDifferences(columns.map(({ document }) => document));
      tellFailures(runs);
      tellTwins(columns, results);
      const digests = results.map(({ digest }) => digest);
      const command = commandLine(process.argv.slice(2));
      const report = comparisonReport({ comparison, parameters, digests, command });
      if (options.json === true) say(JSON.stringify({ ...comparison, parameters, digests }, orNull));
      else say(report);
      if (out === undefined) return;
      const csv = comparisonCsv(comparison, parameters);
      const files = await writeFiles(out, [{ name: 'comparison.md', chunks: [`${report}\n`] }, ...csv]);
      for (const file of files) tell(`wrote  ${file}`);
    });

const reportedOf = (results: readonly CaseResult[]): readonly string[] =>
  usualMeasures.filter((written) =>
    results.some(({ batch }) => batch.metrics.some(({ id }) => written.startsWith(`${id}@`))),
  );

/** Seeds that are missing from the comparison, with the first reason. Ends the command with 1. */
function tellFailures(runs: readonly { readonly label: string; readonly batch: BatchResult }[]): void {
  for (const { label, batch } of runs) {
    const [first] = batch.failures;
    if (first === undefined) continue;
    const message = `${label}: ${batch.failures.length} seeds failed and are left out everywhere. Seed ${first.seed}: ${first.problem.message}`;
    tell(problemText({ ...first.problem, message }));
    process.exitCode = 1;
  }
}

/** A change that changes nothing is most often a slip. */
function tellTwins(columns: readonly ComparedColumn[], results: readonly CaseResult[]): void {
  for (const [i, { specDigest }] of results.entries()) {
    const twin = results.findIndex((each) => each.specDigest === specDigest);
    if (twin === i) continue;
    const message = `"${columns[i]?.label}" is the same as "${columns[twin]?.label}" in all that a result depends on.`;
    tell(problemText({ code: 'compare.same', message }).replace(/^error/, 'warning'));
  }
}
