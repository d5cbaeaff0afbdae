import type {
  CalibrateAnswer,
  FittedParameter,
  HeldColumn,
} from '../../../services/experiments/calibrate/calibrate-answer.ts';
import { rowUnit } from '../../../services/proposals/outcome/outcome-sentence.ts';
import { markdownTable } from '../../../services/reference/markdown.ts';
import { shortNumber } from '../../terminal.ts';

/** The answer as Markdown: the fitted values with their intervals, how well they meet the record, and how both were found. */
export function calibrateReport(answer: CalibrateAnswer, command: string): string {
  const { scenario, record, columns, fit, heldOut, seeds, checkSeeds, points, runs, notes } = answer;
  const held =
    heldOut === undefined
      ? 'Nothing was held out, so that nothing tests the fit.'
      : `Held out: ${heldOut.first} to ${heldOut.last}, which the fit has not seen.`;
  return [
    `# \`${scenario}\` fitted to ${record}`,
    `${columns.map(columnText).join(' ')} Fitted: ${fit.first} to ${fit.last}. ${held} ${points} points on ${seeds.length} seeds, the check on ${checkSeeds.length} others; ${runs} runs.`,
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')]),
    '## Fitted values',
    parameterTable(answer),
    ...sentences(answer),
    '## How well the record is met',
    scoreTable(answer),
    scoreText(answer),
    '## How it was found',
    methodText(answer),
    `Made by \`${command}\`.`,
  ].join('\n\n');
}

const columnText = ({ column, metric, title, unit, how }: HeldColumn): string => {
  const what = how === 'at' ? metric : `${how}(${metric})`;
  const inUnit = rowUnit({ unit, how });
  return `\`${column}\` is held against \`${what}\` (${title}${unit === '1' ? '' : `, ${inUnit}`}).`;
};

const parameterTable = ({ parameters }: CalibrateAnswer): string =>
  markdownTable(
    ['parameter', 'now', 'fitted', '95 % interval', 'searched'],
    parameters.map((parameter) => {
      const { path, label, unit, from, value, min, max } = parameter;
      const fitted = parameter.told === 'known' ? valueText(value, unit) : 'not told';
      const range = `${digits(min)} to ${digits(max)}`;
      return [`\`${path}\` ${label}`, valueText(from, unit), fitted, intervalText(parameter), range];
    }),
  );

function intervalText({ told, low, high, openBelow, openAbove }: FittedParameter): string {
  if (told !== 'known') return '–';
  const end = (value: number, open: boolean): string =>
    `${digits(value)}${open ? ' (end of the range)' : ''}`;
  return `${end(low, openBelow)} to ${end(high, openAbove)}`;
}

const pathsOf = (parameters: readonly FittedParameter[]): string =>
  parameters.map(({ path }) => `\`${path}\``).join(', ');

/** What the table does not say by itself. */
function sentences({ parameters, together }: CalibrateAnswer): readonly string[] {
  const names = (told: FittedParameter['told']): string =>
    pathsOf(parameters.filter((parameter) => parameter.told === told));
  const known = parameters.filter((parameter) => parameter.told === 'known');
  const wide = pathsOf(known.filter(({ openBelow, openAbove }) => openBelow && openAbove));
  const open = pathsOf(known.filter(({ openBelow, openAbove }) => openBelow !== openAbove));
  return [
    ...(names('nothing') === ''
      ? []
      : [
          `The record says nothing on ${names('nothing')}: around the fitted values it moves none of these metrics.`,
        ]),
    ...(names('tied') === ''
      ? []
      : [`The record does not tell ${names('tied')} from the others: fix one of them, or add a column.`]),
    ...(wide === '' ? [] : [`The record does not narrow ${wide}: any value of the range meets it.`]),
    ...(open === ''
      ? []
      : [
          `An interval that ends with the range says nothing of what lies beyond: widen ${open} if more is possible.`,
        ]),
    ...together.map(
      ({ paths: [one, other], correlation }) =>
        `\`${one}\` and \`${other}\` are known better together than each (correlation ${correlation.toFixed(2).replace('-', '−')}): ${correlation > 0 ? 'both could be higher or lower at once' : 'a higher one and a lower other meet the record about as well'}.`,
    ),
  ];
}

const scoreTable = ({ scores, columns }: CalibrateAnswer): string =>
  markdownTable(
    [
      'column',
      'window',
      'rows',
      'error',
      'bias',
      'error before the fit',
      'of a constant',
      'inside seeds',
      'inside expected',
    ],
    scores.map(
      ({ column, window, observations, error, bias, before, constant, insideSeeds, insideExpected }) => [
        `\`${column}\`${columns.find((each) => each.column === column)?.scale === 'difference' ? ' (of its mean size)' : ''}`,
        window === 'fit' ? 'fitted' : 'held out',
        `${observations}`,
        percent(error),
        signed(bias),
        percent(before),
        Number.isNaN(constant) ? '–' : percent(constant),
        percent(insideSeeds),
        percent(insideExpected),
      ],
    ),
  );

/** A smaller difference is no reason to doubt. */
const clearlyNearer = 0.9;

/** Beyond this the fit has met the luck of its own seeds. */
const mostOwn = 1.25;

function scoreText({ scores, misfit, seeds }: CalibrateAnswer): string {
  const ofLuck =
    misfit.fresh <= misfit.own * mostOwn
      ? ''
      : ` The fit meets the ${seeds.length} seeds of the search better than fresh ones (error ${misfit.own.toPrecision(2)} against ${misfit.fresh.toPrecision(2)}): a part of it is their luck, and more --seeds will help.`;
  const held = scores.filter(({ window }) => window === 'held-out');
  const worse = held.filter(({ error, constant }) => error >= constant);
  const spoilt = held.filter(({ error, before }) => before < error * clearlyNearer);
  const than =
    spoilt.length === 0
      ? ''
      : ` The scenario as it was is nearer there for ${spoilt.map(({ column }) => `\`${column}\``).join(', ')}: do not take the fitted values over without asking why.`;
  const verdict =
    held.length === 0
      ? ''
      : worse.length === 0
        ? ' In what was held out the fitted model is nearer than a constant.'
        : ` In what was held out a constant is as near for ${worse.map(({ column }) => `\`${column}\``).join(', ')}: there the model foretells nothing.`;
  return `Error: root of the mean squared error. A constant: the last row of the fit, kept. Inside seeds: share of rows that nine of ten seeds span, which is luck alone; inside expected: with what the fit left unexplained and the uncertainty of the values, where about 90 % should be.${verdict}${than}${ofLuck}`;
}

function methodText({ columns, seeds }: CalibrateAnswer): string {
  const ratio = columns.some(({ scale }) => scale === 'ratio');
  const difference = columns.some(({ scale }) => scale === 'difference');
  const errors = [
    ...(ratio
      ? [`the logarithm of the ratio of the median of ${seeds.length} seeds to what was observed`]
      : []),
    ...(difference
      ? [
          `the difference of the mean of ${seeds.length} seeds, over the mean size of a column that is not above 0 everywhere`,
        ]
      : []),
  ];
  return `Least squares of ${errors.join(', and of ')}, columns alike, the same seeds at every point: a scan of a Sobol' sequence, then Gauss-Newton steps on differences (after Cartis and Roberts 2019). Intervals: sandwich of the simulated method of moments (McFadden 1989; Gourieroux, Monfort and Renault 1993). They hold two things: the record is one draw of the model's luck, and what the errors are beyond that, correlated from row to row. They do not hold that the model itself may be wrong.`;
}

const percent = (share: number): string => `${digits(share * 100, 3)} %`;

const signed = (share: number): string => `${share < 0 ? '−' : '+'}${percent(Math.abs(share))}`;

const valueText = (value: number, unit: string): string =>
  Number.isNaN(value) ? '–' : `${digits(value)}${unit === '1' ? '' : ` ${unit}`}`;

/** Digits that matter. */
const digits = (value: number, count = 4): string => shortNumber(Number(value.toPrecision(count)));
