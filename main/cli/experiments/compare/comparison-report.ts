import type {
  ComparedMeasure,
  ComparedVerdict,
  Comparison,
} from '../../../../sim-core/analysis/compare/compare-batches.ts';
import type { GroupGain, GroupGains } from '../../../../sim-core/analysis/compare/group-gains.ts';
import {
  isClear,
  type PairedDifference,
  pairedDifferenceMethod,
} from '../../../../sim-core/analysis/compare/paired-difference.ts';
import { type PairedFlips, pairedFlipsMethod } from '../../../../sim-core/analysis/compare/paired-flips.ts';
import { median } from '../../../../sim-core/analysis/quantile.ts';
import type { ParameterDifference } from '../../../../sim-core/scenario/parameter-differences.ts';
import { markdownTable } from '../../../services/reference/markdown.ts';
import { shortNumber } from '../../terminal.ts';

interface Told {
  readonly comparison: Comparison;
  readonly parameters: readonly ParameterDifference[];
  /** Of the batches, one a column. */
  readonly digests: readonly string[];
  readonly command: string;
}

/** The comparison as Markdown: what was changed, what came of it, which verdicts flip, who gains and who loses. */
export function comparisonReport({ comparison, parameters, digests, command }: Told): string {
  const { labels, seeds, measures, verdicts, gains } = comparison;
  const [base = '', ...others] = labels;
  return [
    `# ${labels.map((label) => `\`${label}\``).join(' and ')}`,
    `${seeds.length} seeds, the same luck in every column. Everything is held against \`${base}\`.`,
    '## What differs',
    parameterTable(labels, parameters),
    '## What comes of it',
    `Mean over seeds; in brackets the ${pairedDifferenceMethod}. An interval that holds 0 is no clear difference.`,
    markdownTable(
      ['measure', base, ...others],
      measures.map((measure) => measureRow(measure, seeds.length)),
    ),
    pairingSentence(measures),
    ...(verdicts.length === 0
      ? []
      : ['## Verdicts', verdictTable(labels, verdicts), ...flipSentences(others, verdicts)]),
    ...(gains.every((each) => each.length === 0)
      ? []
      : [
          '## Who gains and who loses',
          gainWords(gains),
          ...others.flatMap((label, i) => gainSections(label, gains[i] ?? [])),
        ]),
    `Made by \`${command}\`. Digests: ${labels.map((label, i) => `\`${label}\` ${digests[i]}`).join(', ')}.`,
  ]
    .filter((part) => part !== '')
    .join('\n\n');
}

function parameterTable(labels: readonly string[], parameters: readonly ParameterDifference[]): string {
  if (parameters.length === 0) return 'Nothing that a result depends on.';
  return markdownTable(
    ['parameter', ...labels],
    parameters.map(({ path, label, shown }) => [
      `\`${path}\` ${label}`,
      ...shown.map((text) => text ?? 'not there'),
    ]),
  );
}

function measureRow(
  { written, unit, means, differences }: ComparedMeasure,
  seeds: number,
): readonly string[] {
  const [base, ...others] = means;
  return [
    `\`${written}\`${unit === '1' ? '' : ` [${unit}]`}`,
    number(base),
    ...others.map((mean, i) => `${number(mean)} (${differenceText(differences[i], seeds)})`),
  ];
}

/** Seeds without the number on either side are no pair: the difference is that of the others then, and not of the two means. */
function differenceText(difference: PairedDifference | undefined, seeds: number): string {
  if (difference === undefined) return 'not reported in both';
  const { mean, interval, pairs } = difference;
  if (pairs === 0) return 'no seed has it in both';
  const some = pairs < seeds ? `, of the ${pairs} of ${seeds} seeds that have it in both` : '';
  if (interval === undefined) return `${signed(mean)}${some}`;
  return `${signed(mean)}, ${signed(interval.low)} to ${signed(interval.high)}${some}`;
}

/** What common random numbers have saved, at the middle of all differences. */
function pairingSentence(measures: readonly ComparedMeasure[]): string {
  const middle = median(
    measures.flatMap(({ differences }) => differences.flatMap((each) => each?.saved ?? [])),
  );
  if (!(middle >= 1)) return '';
  return `With luck of their own instead of common luck, the same intervals would take about ${shortNumber(Number(middle.toPrecision(2)))} times as many seeds (median of the differences above).`;
}

const verdictTable = (labels: readonly string[], verdicts: readonly ComparedVerdict[]): string =>
  markdownTable(
    ['verdict', ...labels],
    verdicts.map(({ title, held }) => [
      title,
      ...held.map((share) =>
        share === undefined
          ? 'not asked'
          : `${share.held} of ${share.of} (${percent(share.low)} to ${percent(share.high)})`,
      ),
    ]),
  );

/** Which seeds flip, in a sentence a column. */
function flipSentences(others: readonly string[], verdicts: readonly ComparedVerdict[]): readonly string[] {
  const method = `In brackets behind a flip: ${pairedFlipsMethod}. Behind a share: its 95 % Wilson interval.`;
  return [
    ...others.map((label, i) => {
      const flips = verdicts.flatMap(({ title, flips: each }) => flipText(title, each[i]) ?? []);
      return flips.length === 0
        ? `\`${label}\` flips no verdict in any seed.`
        : `\`${label}\` flips ${flips.join('; ')}.`;
    }),
    method,
  ];
}

function flipText(title: string, flips: PairedFlips | undefined): string | undefined {
  if (flips === undefined || flips.gained + flips.lost === 0) return undefined;
  const parts = [
    ...(flips.gained > 0 ? [`to yes in ${flips.gained}`] : []),
    ...(flips.lost > 0 ? [`to no in ${flips.lost}`] : []),
  ];
  const seeds = flips.gained + flips.lost === 1 ? 'seed' : 'seeds';
  return `**${title}** ${parts.join(' and ')} ${seeds} (${flips.chance.toPrecision(2)})`;
}

/** A table for each way of dividing providers: their profit, or how many run where profit is not reported. */
function gainSections(label: string, gains: readonly GroupGains[]): readonly string[] {
  return [...new Set(gains.map(({ by }) => by))].flatMap((by) => {
    const of = (id: string) => gains.find((each) => each.by === by && each.quantity.id === id)?.groups;
    const active = of('active') ?? [];
    const profit = of('profit');
    const groups = (profit ?? active).filter(({ base, difference }) => base !== 0 || difference.mean !== 0);
    const head = profit === undefined ? ['active at the end'] : ['profit in the base'];
    const rows = [...groups].sort(byDifference).map((gain) => {
      const units = active.find(({ group }) => group === gain.group);
      return [...gainRow(gain), ...(profit === undefined ? [] : [unitsText(units)])];
    });
    return [
      `### \`${label}\`, by ${by}`,
      markdownTable(
        [
          by,
          ...head,
          'difference',
          '95 % interval',
          '',
          ...(profit === undefined ? [] : ['active at the end']),
        ],
        rows,
      ),
    ];
  });
}

/** What the tables of groups hold, once for all of them. */
function gainWords(gains: Comparison['gains']): string {
  const quantities = new Map(gains.flat().map(({ quantity }) => [quantity.id, quantity]));
  return [...quantities.values()]
    .map(({ title, unit, definition }) => `${title}, ${unit}: ${definition}`)
    .join(' ');
}

const byDifference = (a: GroupGain, b: GroupGain): number => b.difference.mean - a.difference.mean;

function gainRow({ group, base, difference }: GroupGain): readonly string[] {
  const { mean, interval } = difference;
  const verdict = !isClear(difference) ? 'no clear change' : mean > 0 ? 'gains' : 'loses';
  const bounds = interval === undefined ? '–' : `${signed(interval.low)} to ${signed(interval.high)}`;
  return [group, number(base), signed(mean), bounds, verdict];
}

const unitsText = (gain: GroupGain | undefined): string =>
  gain === undefined ? '–' : `${number(gain.base)} (${signed(gain.difference.mean)})`;

const number = (value: number | undefined): string =>
  value === undefined || Number.isNaN(value) ? '–' : shortNumber(Number(value.toPrecision(4)));

function signed(value: number): string {
  if (Number.isNaN(value)) return '–';
  const text = shortNumber(Number(Math.abs(value).toPrecision(3)));
  return value < 0 ? `−${text}` : value > 0 ? `+${text}` : '0';
}

const percent = (share: number): string => `${(share * 100).toFixed(0)} %`;
