import { parseHoldOut, usualHoldOut } from '../../../../sim-core/analysis/calibrate/hold-out.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { dayOf } from '../../../../sim-core/kernel/calendar.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { FitSection } from '../../../../sim-core/scenario/experiment/fit-section.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import type { CalibrateSoFar } from '../../../api/jobs/job-result.ts';
import type { CalibrateProgress } from '../../experiments/calibrate/calibrate-answer.ts';
import {
  type CalibrateTask,
  calibrateTask,
  problemsAtBounds,
  searchPoints,
} from '../../experiments/calibrate/calibrate-task.ts';
import { parseMapping } from '../../experiments/calibrate/map-columns.ts';
import { dateOrders } from '../../experiments/calibrate/read-dates.ts';
import { decimals } from '../../experiments/calibrate/read-numbers.ts';
import { readRecord } from '../../experiments/calibrate/read-record.ts';
import { runCalibrate } from '../../experiments/calibrate/run-calibrate.ts';
import { describedByEngine } from '../../experiments/described-by-engine.ts';
import { inPlace, noPlaces } from '../../experiments/in-place.ts';
import { Refusal } from '../../refusal.ts';
import type { JobParts, PreparedJob } from '../prepared-job.ts';
import { fitView } from './fit-view.ts';

const usualBudget = 1000;

/** A fit of parameters to figures that were observed. */
export async function calibrateJob(parts: JobParts): Promise<PreparedJob> {
  const { experiment, document, record } = parts;
  const section = experiment.sections.fit;
  if (section === undefined || record === undefined)
    throw new StudioError({
      code: 'calibrate.incomplete',
      message: 'There are no figures to fit to.',
      hint: 'Choose a CSV file.',
      where: experiment.file,
    });
  const task = await taskOf(parts, section, record);
  const problems = problemsAtBounds(task);
  if (problems.length > 0)
    throw new Refusal(
      problems.map((problem) => {
        const where = section.factors.places.get(problem.where ?? '') ?? problem.where;
        return { ...problem, ...(where === undefined ? {} : { where }) };
      }),
    );
  const many = `${task.parameters.length} ${task.parameters.length === 1 ? 'parameter' : 'parameters'}`;
  return {
    document,
    points: Math.floor(task.budget / task.seeds.length),
    runs: task.budget,
    because: `Least squares over ${many}: at most ${searchPoints(task)} points are searched, each on the same ${task.seeds.length} seeds; the fit is then checked on ${task.checkSeeds.length} fresh ones.`,
    notes: task.notes,
    async run({ told, ...options }) {
      const answer = await runCalibrate(task, {
        ...options,
        told: (progress) => told(() => soFar(task, progress)),
      });
      return { result: await fitView(task, answer, experiment.set, options) };
    },
  };
}

async function taskOf(parts: JobParts, section: FitSection, record: string): Promise<CalibrateTask> {
  const { document, shelf, installation, seeds = seedRange('1..8') } = parts;
  const engine = await loadEngine(installation.engineUrl.href);
  const { metrics } = await describedByEngine(installation, engine, document);
  const label = section.data.text.slice(section.data.text.lastIndexOf('/') + 1);
  const { dateColumn, dates, decimal, columns } = section;
  const [order, sign] = [chosen(dates, dateOrders), chosen(decimal, decimals)];
  const read = readRecord(label, record, metrics, {
    said: columns.map(({ column, text, where }) => parseMapping(column, text, where)),
    ...(dateColumn === undefined ? {} : { date: dateColumn.text }),
    ...(order === undefined ? {} : { dates: order }),
    ...(sign === undefined ? {} : { decimal: sign }),
  });
  if (!read.ok) throw new Refusal(read.problems);
  return inPlace(section.factors.places, undefined, () =>
    calibrateTask({
      ...{ document, shelf, metrics, seeds, record: label, factors: section.factors.list },
      ...{ observed: read.observed, notes: read.notes },
      holdOut: holdOutIn(section.holdOut),
      leaveOut: section.leaveOut.map(dayIn),
      budget: section.budget ?? usualBudget,
      designSeed: section.seed?.text ?? '1',
    }),
  );
}

const holdOutIn = (written: Placed | undefined) =>
  written === undefined ? usualHoldOut : inPlace(noPlaces, written.where, () => parseHoldOut(written.text));

/** The word among those that are allowed; where it is none of them the reader goes by the file itself. */
const chosen = <Word extends string>(written: Placed | undefined, words: readonly Word[]): Word | undefined =>
  words.find((each) => each === written?.text);

function dayIn({ text, where }: Placed): number {
  const day = dayOf(text);
  if (day !== undefined) return day;
  throw new StudioError({
    code: 'calibrate.leave-out',
    message: `"${text.slice(0, 40)}" is no day.`,
    hint: 'Write days as 2024-12-02.',
    where,
  });
}

function soFar(
  { parameters }: CalibrateTask,
  { stage, points, of, best }: CalibrateProgress,
): CalibrateSoFar {
  const named = (path: string) => parameters.find(({ factor }) => factor.path === path);
  return {
    ...{ kind: 'calibrate-so-far', stage, points, of },
    ...(best === undefined
      ? {}
      : {
          best: {
            error: best.error,
            values: best.values.map(({ path, value }) => {
              const { label = path, unit = '1' } = named(path) ?? {};
              return { path, label, unit, value };
            }),
          },
        }),
  };
}
