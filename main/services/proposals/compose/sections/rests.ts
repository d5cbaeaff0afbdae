import { markdownTable } from '../../../reference/markdown.ts';
import { type DraftFacts, notComputed, percentText, readable } from '../draft-facts.ts';

/** Rows that are shown. */
const most = 6;

/** Which assumptions the result rests on, and how much of it on values that nobody published. */
export function assumptionSection({ rests, restsOf, baseId, missing }: DraftFacts): string {
  const title = '## Assumptions by influence';
  if (rests === undefined) {
    const command = `depin-studio sensitivity ${baseId} --all-unsourced`;
    return `${title}\n\n${notComputed(missing.rests)} \`${command}\` finds which assumptions move the result and what share of its variance rests on values without a source; the studio takes its result over.`;
  }
  const { factors, unsourced, title: measure, because, points, interaction } = rests;
  return [
    title,
    `${restsOf} What moves ${measure}: ${unsourced.sentence}`,
    markdownTable(
      ['assumption', 'range tried', 'effect', '95 % interval', 'source'],
      factors
        .slice(0, most)
        .map(({ label, path, range, effect, low, high, unsourced: without }) => [
          `${label} (\`${path}\`)`,
          range,
          readable(effect),
          `${readable(low)} to ${readable(high)}`,
          without ? 'none' : 'cited',
        ]),
    ),
    `${because} ${points} points. ${interaction}`,
  ].join('\n\n');
}

/** The smallest change of an assumption that turns a verdict. */
export function flipSection({ flip, flipOf, baseId, missing }: DraftFacts): string {
  const title = '## Distance to flip';
  if (flip === undefined) {
    const command = `depin-studio flip ${baseId} sustainable`;
    return `${title}\n\n${notComputed(missing.flip)} \`${command}\` searches the smallest change of one assumption that turns the verdict.`;
  }
  const { verdict, base, numbers, points, seeds } = flip;
  const flips = numbers.filter(({ kind }) => kind === 'flips').slice(0, most);
  const intro = `${flipOf} **${verdict.title}** (${verdict.rule}) holds in ${percentText(base)} of ${seeds} seeds. `;
  if (flips.length === 0)
    return `${title}\n\n${intro}No number was found that turns it alone, in ${points} points that were tried.`;
  return [
    title,
    `${intro}What turns it, the nearest first:`,
    markdownTable(
      ['assumption', 'unit', 'now', 'turns at', 'then holds in'],
      flips.map(({ label, path, unit, from, to, share }) => [
        `${label} (\`${path}\`)`,
        unit,
        readable(from),
        readable(to),
        percentText(share),
      ]),
    ),
  ].join('\n\n');
}
