import { Command } from 'commander';
import { StudioError } from '../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../sim-core/results/seed-range.ts';
import { columnOf, readDateColumn, readNumberColumn } from '../../../sim-core/scenario/read-column.ts';
import { type CsvTable, readCsv } from '../../../sim-core/scenario/read-csv.ts';
import { Reading } from '../../../sim-core/scenario/reading.ts';
import { nodeFiles } from '../../ports/node-files.ts';
import type { Installation } from '../../services/installation.ts';
import { Refusal } from '../../services/refusal.ts';
import { betweenMarkers } from '../between-markers.ts';
import { findScenario, scenarioAt } from '../find-scenario.ts';
import { interruption } from '../interruption.ts';
import { workerCount } from '../options.ts';
import { progressBar } from '../progress-bar.ts';
import { runBatch } from '../run-batch.ts';
import { folderOf, type ScenarioFolder } from '../scenario-folder.ts';
import { tellShortfall } from '../tell-shortfall.ts';
import { say, tell } from '../terminal.ts';
import { type Figure, parsePlan, type RecordedSeries } from './backtest-plan.ts';
import { backtestReport } from './backtest-report.ts';
import { compareSeries, figureOf, type RecordedRow } from './compare.ts';

interface BacktestOptions {
  readonly seeds: string;
  readonly workers?: number;
  readonly write?: boolean;
}

/** `backtest <scenario>`: the run beside what was recorded. Ends with 1 where rows that must agree exactly do not. */
export const backtestCommand = (installation: Installation): Command =>
  new Command('backtest')
    .description('hold a scenario against the series that its backtest.yaml names, as a Markdown table')
    .argument('<scenario>', 'id of a shipped scenario, or a YAML file')
    .option('--seeds <list>', 'range such as 1..50, or list such as 1,2,7', '1..20')
    .option('--workers <count>', 'threads (default: one a processor core)', workerCount)
    .option('--write', "put the table between the markers of the scenario's README.md instead of printing it")
    .action(async (written: string, { seeds, workers, write }: BacktestOptions) => {
      const place = await findScenario(written, installation);
      const list = seedRange(seeds);
      const document = await scenarioAt(place, installation);
      const folder = folderOf(place);
      const plan = parsePlan(folder.label('backtest.yaml'), await folder.text('backtest.yaml'));
      const recorded = await recordedRows(folder, plan.series);
      const published = await Promise.all(plan.beside.map((figure) => publishedFigure(folder, figure)));
      const readme = write === true ? await folder.text('README.md') : undefined;

      const watch = { progress: progressBar(list.length, 'seeds'), signal: interruption() };
      const finished = await runBatch(installation, document, list, workers, watch);
      const { batch, cancelled } = finished;
      if (cancelled || batch.failures.length > 0) {
        tellShortfall(finished, list, 'A backtest needs them all: nothing was written.');
        process.exitCode = 1;
        return;
      }
      const comparison = compareSeries(batch, plan.series, recorded);
      const figures = plan.beside.map((figure, index) => ({
        figure,
        computed: figureOf(batch, figure),
        published: published[index] ?? Number.NaN,
      }));
      const command = `npm run -s studio -- backtest ${document.spec.id} --seeds ${seeds} --write`;
      const report = backtestReport(plan.series, comparison, figures, { seeds: list.length, command });
      if (readme === undefined) say(report);
      else {
        const text = betweenMarkers('backtest', readme, report, folder.label('README.md'));
        await nodeFiles.write(folder.place('README.md'), text);
        say(`wrote  ${folder.label('README.md')}`);
      }
      const { rows, agree } = comparison.exact;
      if (agree === rows) return;
      tell(`${rows - agree} of the ${rows} periods that must agree exactly do not.`);
      process.exitCode = 1;
    });

async function tableIn(folder: ScenarioFolder, name: string): Promise<CsvTable> {
  const read = readCsv(folder.label(name), await folder.text(name));
  if (read.ok) return read.table;
  throw new Refusal(read.problems);
}

const anything = { min: Number.NEGATIVE_INFINITY, max: Number.POSITIVE_INFINITY, unit: '1' };

async function recordedRows(
  folder: ScenarioFolder,
  { file, column }: RecordedSeries,
): Promise<readonly RecordedRow[]> {
  const table = await tableIn(folder, file);
  const reading = new Reading();
  const days = readDateColumn(reading, table, folder.label('backtest.yaml'));
  const values = readNumberColumn(reading, table, column, anything, folder.label('backtest.yaml'));
  if (reading.problems.length > 0) throw new Refusal(reading.problems);
  return (days ?? []).map((day, row) => ({ day, value: Number(values?.[row]) }));
}

async function publishedFigure(folder: ScenarioFolder, { file, column, row }: Figure): Promise<number> {
  const table = await tableIn(folder, file);
  const reading = new Reading();
  const values = readNumberColumn(reading, table, column, anything, folder.label('backtest.yaml'));
  const [names = ''] = table.columns.keys();
  const index = columnOf(reading, table, names, folder.label('backtest.yaml'))?.indexOf(row) ?? -1;
  if (reading.problems.length > 0) throw new Refusal(reading.problems);
  const value = values?.[index];
  if (value !== undefined) return value;
  const where = folder.label('backtest.yaml');
  const message = `${folder.label(file)} has no row "${row}".`;
  throw new StudioError({
    code: 'backtest.unknown-row',
    message,
    hint: `Its first column is ${names}.`,
    where,
  });
}
