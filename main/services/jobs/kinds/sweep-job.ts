import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { seedRange } from '../../../../sim-core/results/seed-range.ts';
import type { SweepRowView, SweepView } from '../../../api/jobs/job-result.ts';
import { valueNow } from '../../experiments/calibrate/value-now.ts';
import { cancelled } from '../../experiments/cancelled.ts';
import { readyIn } from '../../experiments/measures.ts';
import { casesOf, withWholeNumbers } from '../../experiments/plan.ts';
import { type ReadySweep, readySweep } from '../../experiments/ready-sweep.ts';
import { runCases } from '../../experiments/runner.ts';
import { type SweepRow, sweepHeader, sweepLine, sweepRow } from '../../experiments/sweep-table.ts';
import type { JobParts, PreparedJob } from '../prepared-job.ts';
import { namedPath } from './named-path.ts';

/** Beyond this nobody reads single points on a page: the command line writes them to a file. */
const mostCases = 20_000;
const mostFailures = 20;

/** A sweep: every case of a design, each measured over its seeds. */
export async function sweepJob({
  experiment,
  document,
  shelf,
  seeds,
  installation,
}: JobParts): Promise<PreparedJob> {
  const { id, title, design, measures } = experiment;
  if (design === undefined)
    throw new StudioError({
      code: 'experiment.incomplete',
      message: 'Nothing varies yet.',
      hint: 'Choose a parameter and its values.',
      where: experiment.file,
    });
  const { kind, factors, runs, seed } = design;
  const plain = { kind, factors, ...(runs === undefined ? {} : { runs }), seed };
  const asked = { id, title, document, shelf, design: plain, seeds: seeds ?? seedRange('1..8'), measures };
  const ready = await readySweep(withWholeNumbers(asked), design.places, installation);
  const { plan, cases } = ready;
  if (cases > mostCases) throw tooMany(cases, design.where);
  return {
    document,
    points: cases,
    runs: cases * plan.seeds.length,
    cases: () => casesOf(plan),
    because: `${cases} cases, each on the same ${plan.seeds.length} seeds, so that two cases differ by their values and not by luck.`,
    notes: [],
    async run({ told, ...options }) {
      const rows: SweepRow[] = [];
      const failures: SweepView['failures'][number][] = [];
      const view = (): SweepView => ({ ...headOf(ready), rows: rows.map(rowView), failures });
      for await (const result of runCases(casesOf(plan), { ...options, columns: true })) {
        rows.push(sweepRow(result, ready.measures, options.store?.nameOf(result.specDigest) ?? ''));
        for (const { seed: failed, problem } of result.batch.failures)
          if (failures.length < mostFailures)
            failures.push({ label: result.case.label, seed: failed, message: problem.message });
        told(view);
      }
      if (options.signal?.aborted === true) throw cancelled(true);
      const paths = plan.design.factors.map(({ path }) => path);
      const lines = rows.map((row) => sweepLine(paths, row));
      return {
        result: view(),
        files: { 'sweep.csv': [sweepHeader(paths, ready.measures), ...lines].join('') },
      };
    },
  };
}

function headOf({ plan, measures, described, cases }: ReadySweep): Omit<SweepView, 'rows' | 'failures'> {
  const { document, design } = plan;
  return {
    kind: 'sweep',
    factors: design.factors.map((factor) => {
      const now = valueNow(document, factor.path);
      return {
        ...namedPath(document, factor.path),
        ...(Number.isNaN(now) ? {} : { base: `${now}` }),
        scale: 'scale' in factor ? factor.scale : 'linear',
      };
    }),
    measures: measures.map((each) => {
      const ready = readyIn(document.spec, described, each);
      const { title = each.name, unit = '1' } = ready ?? {};
      return { path: each.name, label: title, unit, verdict: each.measure.kind === 'verdict' };
    }),
    cases,
  };
}

const rowView = ({ point, finished, failed, cells }: SweepRow): SweepRowView => ({
  point,
  finished,
  failed,
  cells,
});

const tooMany = (cases: number, where: string): StudioError =>
  new StudioError({
    code: 'sweep.too-many',
    message: `${cases.toLocaleString('en')} cases are more than a page can show.`,
    hint: `Take fewer values of each parameter, or fewer parameters: ${mostCases.toLocaleString('en')} at most. \`studio sweep\` on the command line takes more.`,
    where,
  });
