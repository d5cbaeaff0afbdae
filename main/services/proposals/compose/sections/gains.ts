import type { GroupGain, GroupGains } from '../../../../../sim-core/analysis/compare/group-gains.ts';
import { isClear } from '../../../../../sim-core/analysis/compare/paired-difference.ts';
import { markdownTable } from '../../../reference/markdown.ts';
import { type DraftFacts, readable, type StressTrial, signed } from '../draft-facts.ts';

/** Groups of each kind that are shown: those that gain and lose most. */
const most = 4;

/** Who gains and who loses, by class of hardware, region and cohort; then the same under another price of the token. */
export function gainsSection({ comparison, stress }: DraftFacts): string {
  const gains = comparison.gains[0] ?? [];
  const ways = [...new Set(gains.map(({ by }) => by))];
  const tables = ways.flatMap((by) => {
    const shown = pick(gains, by);
    return shown === undefined ? [] : [tableOf(shown)];
  });
  const crash = stress?.trials.find(({ overlay: { id } }) => id === 'price-crash');
  return [
    '## Who gains and who loses',
    tables.length === 0
      ? 'The model of this network has no groups of providers, so it cannot say.'
      : losersSentence(gains, ways),
    ...tables,
    ...(crash === undefined ? [] : [crashSentence(crash, stress?.seeds ?? 0)]),
  ].join('\n\n');
}

const pick = (gains: readonly GroupGains[], by: string): GroupGains | undefined =>
  gains.find((each) => each.by === by && each.quantity.id === 'profit') ??
  gains.find((each) => each.by === by);

function losersSentence(gains: readonly GroupGains[], ways: readonly string[]): string {
  const losers = ways.flatMap((by) =>
    (pick(gains, by)?.groups ?? [])
      .filter(({ difference }) => isClear(difference) && difference.mean < 0)
      .map(({ group }) => `${group} (${by})`),
  );
  if (losers.length === 0) return 'No group loses clearly: no interval of a difference lies below zero.';
  const rest = losers.length > 8 ? ` and ${losers.length - 8} more` : '';
  return `These lose clearly: ${losers.slice(0, 8).join(', ')}${rest}.`;
}

function tableOf({ by, quantity, groups }: GroupGains): string {
  const known = groups
    .filter(({ base, difference }) => !Number.isNaN(difference.mean) && (base !== 0 || difference.mean !== 0))
    .sort((a, b) => b.difference.mean - a.difference.mean);
  const shown = known.length <= 2 * most ? known : [...known.slice(0, most), ...known.slice(-most)];
  const left = known.length - shown.length;
  const table = markdownTable(
    [by, `${quantity.title}, no change (${quantity.unit})`, 'difference', '95 % interval', 'so it'],
    shown.map(rowOf),
  );
  return left === 0 ? table : `${table}\n\n${left} groups between these are left out.`;
}

function rowOf({ group, base, difference }: GroupGain): readonly string[] {
  const { mean, interval } = difference;
  const word = !isClear(difference) ? 'not clear' : mean > 0 ? 'gains' : 'loses';
  const bounds = interval === undefined ? '–' : `${signed(interval.low)} to ${signed(interval.high)}`;
  return [group, readable(base), signed(mean), bounds, word];
}

/** Whether the same groups lose where the token is worth less. */
function crashSentence({ overlay, comparison }: StressTrial, seeds: number): string {
  const gains = comparison.gains[0] ?? [];
  const ways = [...new Set(gains.map(({ by }) => by))];
  return `At a lower price of the token (${overlay.title.toLowerCase()}, \`${overlay.id}\`, ${seeds} seeds): ${losersSentence(gains, ways)}`;
}
