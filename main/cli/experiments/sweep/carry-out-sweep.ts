import path from 'node:path';
import { nodeFiles } from '../../../ports/node-files.ts';
import type { Desks } from '../../../services/experiments/desks.ts';
import { toldToMakeRoom } from '../../../services/experiments/no-room.ts';
import { nothingYet, type SweepOutcome, sweep } from '../../../services/experiments/sweep.ts';
import { type SweepManifest, sweepManifest } from '../../../services/experiments/sweep-manifest.ts';
import { sweepDictionary } from '../../../services/experiments/sweep-table.ts';
import type { Installation } from '../../../services/installation.ts';
import { commandLine } from '../../../services/results/command-line.ts';
import { studioVersion } from '../../../services/studio-info.ts';
import { interruption } from '../../interruption.ts';
import { nearby } from '../../places.ts';
import { progressBar } from '../../progress-bar.ts';
import { say } from '../../terminal.ts';
import { writeFiles } from '../../write-files.ts';
import type { PreparedSweep } from './prepare-sweep.ts';
import { sweepReport } from './sweep-report.ts';
import { tellSweepShortfall } from './tell-sweep-shortfall.ts';

/** Runs a sweep to its end, or until it is interrupted or the disk is full; writes its files and says what came out. */
export async function carryOutSweep(
  prepared: PreparedSweep,
  installation: Installation,
  { runs, json, desks }: { readonly runs: number; readonly json: boolean; readonly desks?: Desks },
): Promise<void> {
  const { plan, cases, measures, described, store, workers, out } = prepared;
  const paths = plan.design.factors.map((factor) => factor.path);
  const started = new Date();
  const facts = {
    cases,
    measures: measures.map(({ name }) => name),
    engineId: prepared.engineId,
    startedAt: started.toISOString(),
    command: commandLine(process.argv.slice(2)),
    versions: { studio: await studioVersion(nodeFiles, installation), node: process.version },
  };
  const dictionary = sweepDictionary(paths, measures, plan.document.spec, described);
  const writeBeside = async (manifest: SweepManifest): Promise<readonly string[]> =>
    await writeFiles(out, [
      { name: 'dictionary.csv', chunks: [dictionary] },
      { name: 'manifest.json', chunks: [`${JSON.stringify(manifest, null, 2)}\n`] },
    ]);
  const signal = interruption();
  const progress = progressBar(runs, 'runs');
  let outcome: SweepOutcome;
  try {
    // Before the first line, so that no manifest of an earlier sweep stands beside a table that is not its own.
    await writeBeside(sweepManifest(plan, nothingYet, { ...facts, durationMs: 0 }));
    outcome = await sweep(nodeFiles, plan, {
      ...{ installation, store, workers, signal, progress, measures, out },
      ...(desks === undefined ? {} : { desks }),
    });
  } catch (thrown) {
    toldToMakeRoom(thrown);
  } finally {
    progress.end();
  }
  const durationMs = Date.now() - started.getTime();
  const manifest = sweepManifest(plan, outcome, { ...facts, durationMs });
  const files = [path.join(out, 'sweep.csv'), ...(await writeBeside(manifest))];
  if (json) say(JSON.stringify({ ...manifest, spec: undefined, files }));
  else
    say([sweepReport(outcome, paths, measures), ...files.map((file) => `wrote  ${nearby(file)}`)].join('\n'));
  if (manifest.complete && outcome.failed === 0) return;
  process.exitCode = 1;
  tellSweepShortfall(outcome, cases);
}
