import type { SensitivityMethod } from '../../../../sim-core/contract/sensitivity-method.ts';
import type { SensitivityResult } from '../../../services/experiments/sensitivity/sensitivity-result.ts';
import { shownIn } from '../../../services/experiments/sensitivity/shown-in.ts';
import { leftOutNotes } from '../../../services/experiments/sensitivity/tried-factor.ts';
import { textTable } from '../../terminal.ts';

/** What `sensitivity` prints for people: the answer in a table, what it rests on, and what was left out. */
export function sensitivityReport(result: SensitivityResult): string {
  const { scenario, title, unit, asItIs, mean, deviation, effectMeans, intervalMethod } = result;
  const move = shownIn(unit);
  const show = unit === 'share' ? (value: number) => `${(value * 100).toFixed(0)} %` : move;
  const seeds = result.seeds.length === 1 ? '1 seed' : `${result.seeds.length} seeds`;
  return [
    `${scenario}: what moves "${title}"? ${result.points} points x ${seeds}, ${result.runs} runs with the scenario as it is`,
    result.because,
    '',
    effectTable(result),
    '',
    `Effect: ${effectMeans}. Interval: ${intervalMethod}.`,
    `The measure is ${show(asItIs)} as the scenario is; over all points ${show(mean)}, give or take ${move(deviation)} (standard deviation). Each point has the same seeds, so luck is no effect.`,
    `Without a source: ${result.unsourced.sentence}`,
    ...remarks(result),
  ].join('\n');
}

/** More than these are listed by name only, where they matter little. */
const mostRows = 10;

/** The factors, the greatest effect first, each with its sentence; of many, those that matter. */
function effectTable(result: SensitivityResult): string {
  const { factors, method, unit } = result;
  const shown = factors.length <= mostRows ? factors : factors.filter(({ matters }) => matters);
  const rest = factors.filter((factor) => !shown.includes(factor));
  const headings = [
    'Parameter (* without a source)',
    'tried',
    `effect${effectUnit(method, unit)}`,
    '95 % interval',
  ];
  const rows = shown.map((factor) => [
    `${factor.path}${factor.unsourced ? ' *' : ''}`,
    `${factor.range}${factor.unit === '1' ? '' : ` ${factor.unit}`}`,
    spelled(method, unit, factor.effect),
    `${spelled(method, unit, factor.low)} to ${spelled(method, unit, factor.high)}`,
  ]);
  const [heading = '', ...lines] = textTable([headings, ...rows]).split('\n');
  const table = [heading, ...lines.flatMap((line, i) => [line, `    ${shown[i]?.sentence ?? ''}`])];
  if (rest.length === 0) return table.join('\n');
  const most = Math.max(...rest.map(({ effect }) => effect));
  const names = rest.map(({ path, unsourced }) => `${path}${unsourced ? ' *' : ''}`);
  const little = `${rest.length} more matter little, the greatest ${spelled(method, unit, most)}: ${names.join(', ')}.`;
  return [...table, '', little].join('\n');
}

function effectUnit(method: SensitivityMethod, unit: string): string {
  if (method === 'sobol') return ' [%]';
  if (method === 'regional' || unit === '1') return '';
  return unit === 'share' ? ' [points]' : ` [${unit}]`;
}

/** Shares of the variance in percent, sizes in the unit of the measure, distances plain. */
function spelled(method: SensitivityMethod, unit: string, value: number): string {
  // An interval of an estimate may reach beyond what a share can be.
  if (method === 'sobol') return (Math.min(Math.max(value, 0), 1) * 100).toFixed(0);
  if (method === 'regional') return value.toFixed(2);
  return (unit === 'share' ? value * 100 : value).toLocaleString('en-US', { maximumSignificantDigits: 3 });
}

function remarks({ without, points, leftOut }: SensitivityResult): readonly string[] {
  const failed = without.map(
    ({ points: count, problem }) =>
      `Without a value: ${count} of ${points} points. ${problem.message}${problem.where === undefined ? '' : ` (${problem.where})`}`,
  );
  return [...failed, ...leftOutNotes(leftOut)];
}
