import { Command } from 'commander';
import { runCalibrate } from '../../../services/experiments/calibrate/run-calibrate.ts';
import { writeFitted } from '../../../services/experiments/calibrate/write-fitted.ts';
import type { Installation } from '../../../services/installation.ts';
import { Refusal } from '../../../services/refusal.ts';
import { commandLine } from '../../../services/results/command-line.ts';
import { gathered, runCount, workerCount } from '../../options.ts';
import { say, tell } from '../../terminal.ts';
import { outFolder, writeFiles } from '../../write-files.ts';
import { type CostFlags, withCostFlags } from '../agree-on-cost.ts';
import { type StoreFlag, withStoreFlags } from '../open-store.ts';
import { orNull } from '../or-null.ts';
import { searched } from '../searched.ts';
import { calibrateReport } from './calibrate-report.ts';
import { type CalibrateFlags, calibrateRequest } from './calibrate-request.ts';
import { residualsCsv } from './residuals-csv.ts';
import { checkScenarioPlace, writeScenario } from './write-scenario.ts';

interface CalibrateOptions extends CalibrateFlags, CostFlags {
  readonly store?: StoreFlag;
  readonly workers?: number;
  readonly out?: string;
  readonly writeScenario?: string;
  readonly json?: boolean;
}

/** `calibrate <experiment or scenario>`: the values with which a scenario meets a record, how sure they are, and how well it does. */
export const calibrateCommand = (installation: Installation): Command =>
  withCostFlags(withStoreFlags(new Command('calibrate')))
    .description('fit parameters to a record (CSV), and see how well the fit does on what it has not seen')
    .argument('<experiment>', 'an experiment file, or a scenario together with --data and --factors')
    .option(
      '--data <file>',
      'CSV with a column of dates, and columns that are metrics; from here, or from beside the scenario',
    )
    .option(
      '--map <column=metric>',
      'what a column is: metric (on that day), sum(metric) or mean(metric) (of the days up to the next row); may be repeated (default: columns named like metrics)',
      gathered,
      [],
    )
    .option('--factors <list>', 'what is fitted: path, path=5..20 or path=5..20/log, with commas between')
    .option(
      '--hold-out <window>',
      'what the fit does not see: 90d, 3mo, 25%, 2025-01-01 or none (default: the last quarter)',
    )
    .option('--leave-out <days>', 'days whose rows are passed over, with commas between')
    .option('--date-column <name>', 'the column of dates, where its name does not say it')
    .option('--dates <order>', 'd/m/y or m/d/y, where the dates do not say it')
    .option('--decimal <sign>', 'point or comma, where the numbers do not say it')
    .option('--seeds <list>', 'seeds of each point, the same at all (default: 1..8, or what the file says)')
    .option(
      '--budget <runs>',
      'runs to make at most, points times seeds, the check included (default: 1000)',
      runCount,
    )
    .option('--design-seed <text>', 'another scans other points (default: 1)')
    .option('--set <path=value>', 'change a value first; may be repeated', gathered, [])
    .option('--overlay <name>', 'lay a storm over it first; may be repeated', gathered, [])
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--out <folder>', 'also write calibrate.md, calibrate.json and residuals.csv')
    .option(
      '--write-scenario <file>',
      'write the scenario with the fitted values, each with what it was fitted to',
    )
    .option('--json', 'print one JSON document instead of Markdown')
    .action(async (written: string, options: CalibrateOptions) => {
      const request = await calibrateRequest(written, options, installation);
      const { task, project } = request;
      const { document, budget, parameters } = task;
      const out = await outFolder(options.out);
      if (options.writeScenario !== undefined) await checkScenarioPlace(options.writeScenario);
      const answer = await searched(
        {
          ...{ document, budget, project, over: { count: parameters.length, what: 'parameter' } },
          run: (runner) => runCalibrate(task, runner),
        },
        options,
        installation,
      );
      if (answer === undefined) return;
      const report = calibrateReport(answer, commandLine(process.argv.slice(2)));
      const json = JSON.stringify(answer, orNull);
      say(options.json === true ? json : report);
      if (out !== undefined) {
        const files = await writeFiles(out, [
          { name: 'calibrate.md', chunks: [`${report}\n`] },
          { name: 'calibrate.json', chunks: [`${json}\n`] },
          { name: 'residuals.csv', chunks: residualsCsv(answer) },
        ]);
        for (const file of files) tell(`wrote  ${file}`);
      }
      if (options.writeScenario === undefined) return;
      const text = writeFitted(document, answer, request.set);
      if (!text.ok) throw new Refusal(text.problems);
      for (const file of await writeScenario(options.writeScenario, text.text, request.scenarioFolder))
        tell(`wrote  ${file}`);
    });
