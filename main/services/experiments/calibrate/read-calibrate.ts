import { parseHoldOut, usualHoldOut } from '../../../../sim-core/analysis/calibrate/hold-out.ts';
import { StudioError } from '../../../../sim-core/contract/errors.ts';
import { dayOf } from '../../../../sim-core/kernel/calendar.ts';
import type { OverlayShelf } from '../../../../sim-core/scenario/experiment/apply-point.ts';
import type { NamedFactors } from '../../../../sim-core/scenario/experiment/named-factors.ts';
import type { Placed } from '../../../../sim-core/scenario/experiment/placed.ts';
import { suggestion } from '../../../../sim-core/scenario/nearest-name.ts';
import type { ScenarioDocument } from '../../../../sim-core/scenario/scenario-document.ts';
import { loadEngine } from '../../../../sim-core/worker/load-engine.ts';
import type { Installation } from '../../installation.ts';
import { Refusal } from '../../refusal.ts';
import { describedByEngine } from '../described-by-engine.ts';
import { inPlace, noPlaces } from '../in-place.ts';
import { type CalibrateTask, calibrateTask, problemsAtBounds } from './calibrate-task.ts';
import type { ColumnMapping } from './map-columns.ts';
import { dateOrders } from './read-dates.ts';
import { decimals } from './read-numbers.ts';
import { type RecordOptions, readRecord } from './read-record.ts';

/** What is to be fitted to which figures, in the words of a file or a command line. */
export interface CalibrateAsked {
  readonly document: ScenarioDocument;
  readonly shelf: OverlayShelf;
  /** The figures: the name of their file, for people, and its text. */
  readonly record: { readonly label: string; readonly text: string };
  readonly said: readonly ColumnMapping[];
  readonly factors: NamedFactors;
  readonly holdOut?: Placed;
  readonly leaveOut: readonly Placed[];
  readonly dateColumn?: Placed;
  readonly dates?: Placed;
  readonly decimal?: Placed;
  readonly seeds: readonly string[];
  readonly budget?: number;
  readonly designSeed?: string;
}

const usualBudget = 1000;

/** The task that was asked, whichever door it came by. Throws what is wrong with it, each in its place, before anything runs. */
export async function readCalibrate(
  asked: CalibrateAsked,
  installation: Installation,
): Promise<CalibrateTask> {
  const { document, shelf, factors, seeds } = asked;
  const { label, text } = asked.record;
  const engine = await loadEngine(installation.engineUrl.href);
  const { metrics } = await describedByEngine(installation, engine, document);
  const record = readRecord(label, text, metrics, optionsOf(asked));
  if (!record.ok) throw new Refusal(record.problems);
  const task = inPlace(factors.places, undefined, () =>
    calibrateTask({
      ...{ document, shelf, metrics, seeds, record: label, factors: factors.list },
      ...{ observed: record.observed, notes: record.notes },
      holdOut: holdOutIn(asked.holdOut),
      leaveOut: asked.leaveOut.map(dayIn),
      budget: asked.budget ?? usualBudget,
      designSeed: asked.designSeed ?? '1',
    }),
  );
  const problems = problemsAtBounds(task);
  if (problems.length > 0) throw new Refusal(problems.map((problem) => placedIn(problem, factors.places)));
  return task;
}

const holdOutIn = (written: Placed | undefined) =>
  written === undefined ? usualHoldOut : inPlace(noPlaces, written.where, () => parseHoldOut(written.text));

function optionsOf({ said, dateColumn, dates, decimal }: CalibrateAsked): RecordOptions {
  const order = chosen(dates, dateOrders);
  const sign = chosen(decimal, decimals);
  return {
    said,
    ...(dateColumn === undefined ? {} : { date: dateColumn.text }),
    ...(order === undefined ? {} : { dates: order }),
    ...(sign === undefined ? {} : { decimal: sign }),
  };
}

function chosen<Word extends string>(written: Placed | undefined, words: readonly Word[]): Word | undefined {
  if (written === undefined) return undefined;
  const found = words.find((each) => each === written.text);
  if (found !== undefined) return found;
  const message = `"${written.text.slice(0, 40)}" is none of ${words.join(', ')}.`;
  throw new StudioError({
    code: 'calibrate.choice',
    message,
    hint: suggestion(written.text, words),
    where: written.where,
  });
}

function dayIn({ text, where }: Placed): number {
  const day = dayOf(text);
  if (day !== undefined) return day;
  const message = `"${text.slice(0, 40)}" is no day.`;
  throw new StudioError({ code: 'calibrate.leave-out', message, hint: 'Write days as 2024-12-02.', where });
}

const placedIn = <P extends { readonly where?: string }>(
  problem: P,
  places: ReadonlyMap<string, string>,
): P => {
  const where = places.get(problem.where ?? '');
  return where === undefined ? problem : { ...problem, where };
};
