import { countsBefore, cutOf, type HoldOut } from '../../../../sim-core/analysis/calibrate/hold-out.ts';
import { leastPoints } from '../../../../sim-core/analysis/calibrate/least-squares.ts';
import type { ObservedColumn } from '../../../../sim-core/analysis/calibrate/observed-column.ts';
import type { Factor, RangedFactor } from '../../../../sim-core/contract/design.ts';
import { type Problem, StudioError } from '../../../../sim-core/contract/errors.ts';
import { isoDate } from '../../../../sim-core/kernel/calendar.ts';
import { applyPoint, type OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { namedFactors } from '../sensitivity/find-factors.ts';
import type { KnownMetric } from './map-columns.ts';
import { datesText, spanOf } from './read-record.ts';

/** A parameter that is fitted, and between which values. */
export interface FittedFactor {
  readonly factor: RangedFactor;
  readonly label: string;
  readonly unit: string;
}

/** What is asked: the values of these parameters with which the scenario meets the record. */
export interface CalibrateTask {
  readonly document: ScenarioDocument;
  readonly shelf: OverlayShelf;
  readonly parameters: readonly FittedFactor[];
  /** Name of the file, for people. */
  readonly record: string;
  readonly metrics: readonly KnownMetric[];
  readonly observed: readonly ObservedColumn[];
  /** First day that is held out; Infinity where nothing is. */
  readonly cut: number;
  readonly seeds: readonly string[];
  /** What the fit has not seen: the band and the errors are of these. */
  readonly checkSeeds: readonly string[];
  /** Runs that may be made: points times seeds, the check included. */
  readonly budget: number;
  readonly designSeed: string;
  /** What was handled in the record. */
  readonly notes: readonly string[];
}

/** A record as it was read, and what a person asks of it. */
export interface CalibrateRequest
  extends Pick<
    CalibrateTask,
    'document' | 'shelf' | 'record' | 'metrics' | 'seeds' | 'budget' | 'designSeed' | 'notes'
  > {
  readonly factors: readonly (Factor | { readonly path: string })[];
  readonly observed: readonly ObservedColumn[];
  readonly holdOut: HoldOut;
  /** Rows that hold one of these days are passed over. */
  readonly leaveOut: readonly number[];
}

const leastCheck = 20;
const mostParameters = 12;

/** Checks everything that can be known before anything runs. Throws a `StudioError` that says what to do. */
export function calibrateTask(request: CalibrateRequest): CalibrateTask {
  const { document, factors, observed, holdOut, leaveOut, seeds, budget, record } = request;
  const parameters = parametersOf(document, factors);
  const inside = withinRun(document, observed, record);
  const { observed: left, notes } = without(inside.observed, leaveOut, record);
  const span = spanOf(left);
  const cut = span === undefined ? Number.POSITIVE_INFINITY : cutOf(holdOut, span.first, span.last);
  checkCounts(left, cut, parameters.length, holdOut);
  const checkSeeds = Array.from(
    { length: Math.max(leastCheck, seeds.length * 2) },
    (_, i) => `check-${i + 1}`,
  );
  const least = leastBudget(parameters.length, seeds.length, checkSeeds.length);
  if (budget < least) throw tooSmall(budget, least, seeds.length);
  const { shelf, metrics, designSeed } = request;
  return {
    ...{
      document,
      shelf,
      parameters,
      record,
      metrics,
      observed: left,
      cut,
      seeds,
      checkSeeds,
      budget,
      designSeed,
    },
    notes: [...request.notes, ...inside.notes, ...notes],
  };
}

/** What the search may ask for: the rest pays for two passes of slopes, the rounded point, and both checks. */
export const searchPoints = ({ budget, seeds, checkSeeds, parameters }: CalibrateTask): number =>
  Math.floor((budget - 2 * checkSeeds.length) / seeds.length) - 4 * parameters.length - 1;

const leastBudget = (parameters: number, seeds: number, checkSeeds: number): number =>
  2 * checkSeeds + seeds * (leastPoints(parameters) + 4 * parameters + 1);

/** Every end of every range is tried on the scenario, so that a bad one is told at once. */
export function problemsAtBounds({ document, shelf, parameters }: CalibrateTask): readonly Problem[] {
  const problems = new Map<string, Problem>();
  for (const { factor } of parameters) {
    for (const end of [factor.min, factor.max]) {
      const unit = factor.unit === undefined ? '' : ` ${factor.unit}`;
      const read = applyPoint(document, [{ path: factor.path, written: `${end}${unit}` }], shelf);
      if (!read.ok) for (const problem of read.problems) problems.set(problem.message, problem);
    }
  }
  return [...problems.values()];
}

function parametersOf(
  document: ScenarioDocument,
  factors: CalibrateRequest['factors'],
): readonly FittedFactor[] {
  if (factors.length === 0 || factors.length > mostParameters) {
    throw refused(
      'calibrate.parameters',
      factors.length === 0
        ? 'No parameter is to be fitted.'
        : `${factors.length} parameters are to be fitted at once.`,
      `Name 1 to ${mostParameters} with --factors, such as supply.rational-entry.imitation=2..12; \`sensitivity\` says which matter.`,
    );
  }
  const time = factors.find(({ path }) => path === 'horizon' || path === 'start');
  if (time !== undefined)
    throw refused(
      'calibrate.time',
      `${time.path} is no number to fit: it says which days there are.`,
      'Change it with --set.',
      time.path,
    );
  return namedFactors(document, factors).map(({ factor, label, unit }) => {
    if (!('values' in factor)) return { factor, label, unit };
    throw refused(
      'calibrate.list',
      `${factor.path} is given as a list, and only numbers are fitted.`,
      'Give a range, as path=min..max; `compare` sets choices side by side.',
      factor.path,
    );
  });
}

/** Observations on days of the run, and how many are not. */
function withinRun(
  { spec: { startDay, ticks } }: ScenarioDocument,
  observed: readonly ObservedColumn[],
  record: string,
): { readonly observed: readonly ObservedColumn[]; readonly notes: readonly string[] } {
  const lastDay = startDay + ticks - 1;
  const isInside = ({ day, days }: { readonly day: number; readonly days: number }): boolean =>
    day >= startDay && day + days - 1 <= lastDay;
  const inside = observed.map((column) => ({
    ...column,
    observations: column.observations.filter(isInside),
  }));
  const before = spanOf(observed);
  const none = inside.find(({ observations }) => observations.length === 0);
  if (before === undefined || none !== undefined) {
    const dates = before === undefined ? 'has no value' : `covers ${datesText(before.first, before.last)}`;
    throw refused(
      'calibrate.no-overlap',
      `${none?.column ?? record} of ${record} ${dates}, and the run ${datesText(startDay, lastDay)}: nothing can be compared.`,
      'Move the run with --set start=<date>, lengthen it with --set "horizon=3 year", or take another record.',
      record,
    );
  }
  const total = (columns: readonly ObservedColumn[]): number =>
    columns.reduce((sum, { observations }) => sum + observations.length, 0);
  const dropped = total(observed) - total(inside);
  const notes =
    dropped === 0
      ? []
      : [
          `${dropped} of ${total(observed)} values lie outside the run (${datesText(startDay, lastDay)}) and are passed over.`,
        ];
  return { observed: inside, notes };
}

/** Without the rows that hold one of the days. Throws `calibrate.leave-out` where a day is in none. */
function without(
  observed: readonly ObservedColumn[],
  leaveOut: readonly number[],
  record: string,
): { readonly observed: readonly ObservedColumn[]; readonly notes: readonly string[] } {
  const holds = (day: number, each: { readonly day: number; readonly days: number }): boolean =>
    day >= each.day && day < each.day + each.days;
  for (const day of leaveOut) {
    if (observed.some(({ observations }) => observations.some((each) => holds(day, each)))) continue;
    throw refused(
      'calibrate.leave-out',
      `No row of ${record} holds ${isoDate(day)}.`,
      'Name days of rows that are to be passed over.',
      '--leave-out',
    );
  }
  const left = observed.map((column) => ({
    ...column,
    observations: column.observations.filter((each) => !leaveOut.some((day) => holds(day, each))),
  }));
  const notes =
    leaveOut.length === 0 ? [] : [`Left out as asked: the rows of ${leaveOut.map(isoDate).join(', ')}.`];
  return { observed: left, notes };
}

function checkCounts(
  observed: readonly ObservedColumn[],
  cut: number,
  parameters: number,
  holdOut: HoldOut,
): void {
  const counts = countsBefore(observed, cut);
  const fitted = counts.reduce((sum, count) => sum + count, 0);
  const all = observed.reduce((sum, { observations }) => sum + observations.length, 0);
  const bare = observed.find((_, c) => counts[c] === 0);
  if (fitted <= parameters || bare !== undefined) {
    throw refused(
      'calibrate.too-few',
      fitted <= parameters
        ? `${fitted} observations are left for ${parameters} ${parameters === 1 ? 'parameter' : 'parameters'}: any values would meet them.`
        : `All observations of ${bare?.column} are held out: nothing of it is fitted.`,
      'Fit fewer parameters, hold out less (--hold-out), or take a longer record.',
      '--hold-out',
    );
  }
  if (holdOut.kind !== 'none' && fitted === all) {
    throw refused(
      'calibrate.nothing-held-out',
      'Nothing is held out: the record ends before.',
      'Choose a shorter or an earlier window, or --hold-out none.',
      '--hold-out',
    );
  }
}

const tooSmall = (budget: number, least: number, seeds: number): StudioError =>
  refused(
    'calibrate.budget',
    `${budget} runs are too few to fit with ${seeds} seeds a point and to check what is found.`,
    `Give at least --budget ${least}, or fewer --seeds.`,
    '--budget',
  );

const refused = (code: string, message: string, hint: string, where?: string): StudioError =>
  new StudioError({ code, message, hint, ...(where === undefined ? {} : { where }) });
