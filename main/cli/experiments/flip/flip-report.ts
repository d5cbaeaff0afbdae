import type { FlipAnswer, MovedNumber, NumberFlip } from '../../../services/experiments/flip/run-flip.ts';
import { markdownTable } from '../../../services/reference/markdown.ts';
import { shortNumber } from '../../terminal.ts';

/** The answer as Markdown: where each number turns the verdict, the nearest point in all, and what does not turn it. */
export function flipReport(answer: FlipAnswer, command: string): string {
  const { scenario, verdict, seeds, base, numbers, points, runs } = answer;
  const flips = numbers.filter(({ kind }) => kind === 'flips');
  const now = base > 0.5 ? 'It holds' : 'It does not hold';
  return [
    `# ${verdict.title}: how far \`${scenario}\` is from the other answer`,
    `${verdict.rule} ${now} as the scenario is: in ${seedsText(base, seeds.length)} seeds. ${points} points, ${runs} runs, the same seeds at each; a verdict turns where the majority of seeds does.`,
    '## One number',
    flips.length === 0
      ? 'No number turns it by itself within what was looked at.'
      : flipTable(flips, seeds.length),
    '## Several at once',
    togetherText(answer),
    ...staysText(numbers),
    `Made by \`${command}\`.`,
  ].join('\n\n');
}

const flipTable = (flips: readonly NumberFlip[], seeds: number): string =>
  markdownTable(
    ['number', 'now', 'turns at', 'change', 'not yet at', 'seeds there'],
    flips.map(({ path, label, unit, from, to, before, share, ended }) => [
      `\`${path}\` ${label}`,
      valueText(from, unit),
      ended === 'coarse' ? `before ${valueText(to, unit)}` : valueText(to, unit),
      changeText(from, to),
      valueText(before, unit),
      seedsText(share, seeds),
    ]),
  );

function togetherText({ together, numbers, seeds }: FlipAnswer): string {
  const nearest = numbers.find(({ kind }) => kind === 'flips');
  if (nearest === undefined) return 'Not looked for: it takes at least one number that turns it by itself.';
  if (together === undefined)
    return 'Nothing nearer was found than the first number above by itself. That does not prove that there is nothing.';
  const parts = together.moved.map((moved) => `\`${moved.path}\` ${movedText(moved)}`);
  const share = Math.round((1 - together.distance / nearest.distance) * 100);
  return [
    `${parts.join(', ')} (holds in ${seedsText(together.share, seeds.length)} seeds).`,
    `That is ${share} % nearer than the first number above alone, distances being lengths in logarithms of factors.`,
  ].join(' ');
}

/** What does not turn it, and how far was looked. */
function staysText(numbers: readonly NumberFlip[]): readonly string[] {
  const sentences = (ended: NumberFlip['ended'], words: string): readonly string[] => {
    const each = numbers.filter((number) => number.kind === 'stays' && number.ended === ended);
    if (each.length === 0) return [];
    const list = each.map(
      ({ path, direction, to, unit }) => `\`${path}\` ${direction} to ${valueText(to, unit)}`,
    );
    return [`${words}: ${list.join(', ')}.`];
  };
  const parts = [
    ...sentences('end', 'No flip up to the end of the range'),
    ...sentences('budget', 'No flip as far as the budget reached'),
    ...sentences('fails', 'Behind this the scenario does not run'),
  ];
  return parts.length === 0 ? [] : ['## What does not turn it', ...parts];
}

const movedText = ({ from, to, unit }: MovedNumber): string =>
  `from ${valueText(from, unit)} to ${valueText(to, unit)} (${changeText(from, to)})`;

/** `+32 %`, or a difference where the number is 0. */
function changeText(from: number, to: number): string {
  const difference = to - from;
  const sign = difference < 0 ? '−' : '+';
  if (from === 0) return `${sign}${digits(Math.abs(difference))}`;
  return `${sign}${digits(Math.abs(difference / from) * 100)} %`;
}

const valueText = (value: number, unit: string): string =>
  `${digits(value)}${unit === '1' ? '' : ` ${unit}`}`;

/** `7 of 9`. */
const seedsText = (share: number, seeds: number): string => `${Math.round(share * seeds)} of ${seeds}`;

/** Four digits that matter. */
const digits = (value: number): string => shortNumber(Number(value.toPrecision(4)));
