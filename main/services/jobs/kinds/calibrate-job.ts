import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { CalibrateSoFar } from '../../../api/jobs/job-result.ts';
import type { CalibrateProgress } from '../../experiments/calibrate/calibrate-answer.ts';
import { type CalibrateTask, searchPoints } from '../../experiments/calibrate/calibrate-task.ts';
import { parseMapping } from '../../experiments/calibrate/map-columns.ts';
import { readCalibrate } from '../../experiments/calibrate/read-calibrate.ts';
import { runCalibrate } from '../../experiments/calibrate/run-calibrate.ts';
import type { JobParts, PreparedJob } from '../prepared-job.ts';
import { fitView } from './fit-view.ts';

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
  const { shelf, installation, seeds = seedRange('1..8') } = parts;
  const { data, columns, seed, ...asked } = section;
  const task = await readCalibrate(
    {
      ...asked,
      ...{ document, shelf, seeds },
      record: { label: data.text.slice(data.text.lastIndexOf('/') + 1), text: record },
      said: columns.map(({ column, text, where }) => parseMapping(column, text, where)),
      ...(seed === undefined ? {} : { designSeed: seed.text }),
    },
    installation,
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
