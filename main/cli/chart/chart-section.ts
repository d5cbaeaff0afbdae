import type { DrawnChart } from '../../services/render/draw-charts.ts';

/** Pictures as a README shows them: how they were made, then each with what it says in words. */
export function chartSection(
  charts: readonly DrawnChart[],
  folder: string,
  { seeds, command }: { readonly seeds: number; readonly command: string },
): string {
  const pictures = charts.map(({ id, summary }) => `![${withoutMarkup(summary)}](${folder}/${id}.svg)`);
  const how =
    seeds === 1
      ? '1 seed.'
      : `${seeds} seeds. Line: their median; bands: half of them and, where there are two, 9 of 10; thin line: one of them.`;
  return [`Made by \`${command}\`: ${how}`, ...pictures].join('\n\n');
}

const withoutMarkup = (text: string): string => text.replace(/[[\]\\`*_]/g, '\\$&');
