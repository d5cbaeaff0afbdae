import { median } from '../../../sim-core/analysis/quantile.ts';
import type { Problem } from '../../../sim-core/contract/errors.ts';
import type { BatchResult } from '../../../sim-core/contract/run.ts';
import type { Overlay } from '../../../sim-core/scenario/overlay.ts';
import { markdownTable } from '../../services/reference/markdown.ts';

/** An overlay laid over a scenario: what came out, or why it makes no sense there. */
export type Trial =
  | { readonly overlay: Overlay; readonly batch: BatchResult }
  | { readonly overlay: Overlay; readonly refused: Problem };

/** What each seed is compared in with the same seed without the overlay, month by month. */
const compared = [
  { metric: 'market.price', heading: 'price' },
  { metric: 'providers.active', heading: 'providers' },
  { metric: 'demand.served', heading: 'served' },
] as const;

/** Verdicts and the last day under each overlay beside the scenario as it is: a Markdown table, then the same in words. */
export function overlayReport(base: BatchResult, trials: readonly Trial[], command: string): string {
  const fitting = trials.flatMap((trial) => ('batch' in trial ? [trial] : []));
  const shown = compared.filter(({ metric }) => base.metrics.some(({ id }) => id === metric));
  const row = (name: string, batch: BatchResult): readonly string[] => [
    name,
    ...base.verdicts.map(({ id }) => String(heldIn(batch, id))),
    ...shown.map(({ metric }) => (batch === base ? '' : pairedChange(base, batch, metric))),
  ];
  return [
    `Seeds of ${base.seeds.length} in which each verdict holds; then the worst month and, after the stroke, the last month of the median seed against the same seed without the overlay.`,
    markdownTable(
      ['overlay', ...base.verdicts.map(({ title }) => title), ...shown.map(({ heading }) => heading)],
      [row('none', base), ...fitting.map(({ overlay, batch }) => row(`\`${overlay.id}\``, batch))],
    ),
    inWords(base, fitting),
    ...trials.flatMap((trial) =>
      'refused' in trial ? [`\`${trial.overlay.id}\` does not fit: ${trial.refused.message}`] : [],
    ),
    `Made by \`${command}\`.`,
  ].join('\n\n');
}

/** A sentence for each verdict that an overlay moves, and one for those that none moves. */
function inWords(base: BatchResult, fitting: readonly { overlay: Overlay; batch: BatchResult }[]): string {
  const of = base.seeds.length;
  const still: string[] = [];
  const sentences = base.verdicts.flatMap(({ id, title, held }) => {
    const moved = fitting.filter(({ batch }) => heldIn(batch, id) !== held);
    if (moved.length === 0) {
      still.push(`${title} (${held})`);
      return [];
    }
    const each = moved.map(({ overlay, batch }) => `${heldIn(batch, id)} under \`${overlay.id}\``);
    return `**${title}** holds in ${held} of ${of} seeds as it is: ${each.join(', ')}.`;
  });
  const unmoved = still.length > 0 ? [`No overlay moves ${still.join(', ')}.`] : [];
  return [...sentences, ...unmoved].join(' ');
}

const heldIn = (batch: BatchResult, id: string): number =>
  batch.verdicts.find((verdict) => verdict.id === id)?.held ?? 0;

/** Worst and last month of a metric with the overlay over without, each the median over seeds. */
function pairedChange(base: BatchResult, batch: BatchResult, metric: string): string {
  const index = base.metrics.findIndex(({ id }) => id === metric);
  const months = batch.seeds.flatMap((seed) => {
    const without = base.seeds.find((other) => other.seed === seed.seed)?.columns[index];
    const ratios = monthlyRatios(seed.columns[index], without);
    return ratios.length > 0 ? [ratios] : [];
  });
  const worst = months.map((ratios) => Math.min(...ratios));
  const last = months.map((ratios) => ratios.at(-1) ?? Number.NaN);
  return `${percent(median(worst))} / ${percent(median(last))}`;
}

/** Sums over 30 days, with over without; months in which there was nothing without are left out. */
function monthlyRatios(column: Float64Array = noDays, without: Float64Array = noDays): readonly number[] {
  const ratios: number[] = [];
  const sum = (values: Float64Array, to: number): number =>
    values.subarray(to - month, to).reduce((a, b) => a + b, 0);
  for (let to = month; to <= column.length; to += month) {
    const ratio = sum(column, to) / sum(without, to);
    if (Number.isFinite(ratio)) ratios.push(ratio);
  }
  return ratios;
}

const month = 30;
const noDays = new Float64Array(0);

function percent(ratio: number): string {
  if (Number.isNaN(ratio)) return '–';
  const change = Math.round((ratio - 1) * 100);
  if (change === 0) return '0 %';
  return `${change < 0 ? '−' : '+'}${Math.abs(change)} %`;
}
