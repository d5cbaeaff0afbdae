import type { ExperimentDocument } from '../../../../sim-core/scenario/experiment/experiment-document.ts';
import type {
  CheckedCandidate,
  OptimiseAnswer,
} from '../../../services/experiments/optimise/optimise-answer.ts';
import { markdownTable } from '../../../services/reference/markdown.ts';
import { shortNumber } from '../../terminal.ts';

/** The answer as Markdown: what was asked, the front on fresh seeds beside the scenario as it is, and how far to trust it. */
export function optimiseReport(
  answer: OptimiseAnswer,
  { title, question }: ExperimentDocument,
  command: string,
): string {
  const { goals, constraints, front, seeds, checkSeeds, candidates, runs } = answer;
  return [
    `# ${title}`,
    question,
    [
      ...goals.map(({ sense, written }) => `- ${sense} ${written}`),
      ...constraints.map((each) => `- subject to ${each}`),
    ].join('\n'),
    `${candidates} candidates on ${counted(seeds.length, 'seed')}, then the best of them on ${counted(checkSeeds.length, 'seed')} that the search had not seen; ${runs} runs. The numbers below are those of the second, with 95 % intervals${unsure(answer) ? ' where there are seeds enough for one' : ''}.`,
    frontTable(answer),
    verdictText(answer),
    ...(front.some(({ holds }) => !holds)
      ? ['A candidate that no longer holds was better on the seeds of the search by luck.']
      : []),
    `Found by NSGA-II with simulated binary crossover and polynomial mutation (Deb et al. 2002). Made by \`${command}\`.`,
  ].join('\n\n');
}

/** Whether a number has no interval: a p10 needs more seeds than a median. */
const unsure = ({ asItIs, front }: OptimiseAnswer): boolean =>
  [asItIs, ...front].some(({ goals }) =>
    goals.some(({ value, interval }) => interval === undefined && !Number.isNaN(value)),
  );

function frontTable({ goals, constraints, asItIs, front }: OptimiseAnswer): string {
  const paths = [...new Set(front.flatMap(({ point }) => point.map(({ path }) => path)))];
  const head = goals.map(({ written, unit }) => `${written}${unit === '1' ? '' : ` [${unit}]`}`);
  const line = (name: string, { point, goals: reached, constraints: kept, holds }: CheckedCandidate) => [
    name,
    ...paths.map((path) => writtenAt(point, path)),
    ...reached.map(({ value, interval }) =>
      interval === undefined
        ? digits(value)
        : `${digits(value)} (${digits(interval.low)} to ${digits(interval.high)})`,
    ),
    ...kept.map((each) => `${digits(each.value)}${each.kept ? '' : ' missed'}`),
    name === 'as it is' ? '' : holds ? 'yes' : 'no',
  ];
  return markdownTable(
    ['', ...paths.map((path) => `\`${path}\``), ...head, ...constraints, 'holds'],
    [line('as it is', asItIs), ...front.map((candidate, i) => line(`${i + 1}`, candidate))],
  );
}

function verdictText({ front, found, infeasible, goals }: OptimiseAnswer): string {
  const holding = front.filter(({ holds }) => holds).length;
  if (infeasible) return 'No candidate kept to the constraints: those above miss them least.';
  if (holding === 0)
    return 'None keeps to the constraints on fresh seeds. Ask for less, search longer, or give more seeds.';
  const unchecked = found > front.length ? ` Of ${found} that were found, ${front.length} were checked.` : '';
  const what =
    goals.length === 1
      ? 'The first is the answer.'
      : `${counted(holding, 'candidate')} of which none is better than another in everything: choose.`;
  return `${what}${unchecked}`;
}

const writtenAt = (point: CheckedCandidate['point'], path: string): string => {
  const written = point.find((trial) => trial.path === path)?.written ?? '·';
  return /^-?\d+\.\d{5,}/.test(written)
    ? written.replace(/^-?[\d.]+(?:e[+-]?\d+)?/, (text) => digits(Number(text)))
    : written;
};

const counted = (count: number, what: string): string => `${count} ${what}${count === 1 ? '' : 's'}`;

const digits = (value: number): string =>
  Number.isNaN(value) ? '–' : shortNumber(Number(value.toPrecision(4)));
