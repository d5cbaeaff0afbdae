import { isoDate } from '../../../sim-core/kernel/calendar.ts';
import type { OutcomeView } from '../../api/proposals/outcome-view.ts';
import { readable } from '../../services/proposals/compose/draft-facts.ts';
import { rowUnit } from '../../services/proposals/outcome/outcome-sentence.ts';
import { markdownTable } from '../../services/reference/markdown.ts';

/** How a forecast did, as Markdown: a sentence a column, its scores beside those of no change, and how they are computed. */
export function outcomeReport({
  record,
  startDay,
  ticks,
  seeds,
  columns,
  notes,
  method,
}: OutcomeView): string {
  const share = (value: number) => `${Number((value * 100).toPrecision(3))} %`;
  return [
    `# ${record} on the forecast`,
    `${seeds} runs of ${ticks} days from ${isoDate(startDay)}.`,
    columns.map(({ sentence }) => `- ${sentence}`).join('\n'),
    markdownTable(
      [
        'column',
        'forecast',
        'inside p10–p90',
        'inside p5–p95',
        'interval score 80 %',
        '90 %',
        'CRPS',
        'unit',
      ],
      columns.flatMap(({ column, metric, how, unit, scores }) =>
        (['proposal', 'base'] as const).map((of) => {
          const { in80, in90, interval80, interval90, crps } = scores[of];
          const held = how === 'at' ? metric : `${how}(${metric})`;
          return [
            of === 'proposal' ? `${column} (\`${held}\`)` : '',
            of === 'proposal' ? 'with the change' : 'without',
            ...[share(in80), share(in90)],
            ...[readable(interval80), readable(interval90), readable(crps)],
            unit === '1' ? '–' : rowUnit({ unit, how }),
          ];
        }),
      ),
    ),
    method,
    ...(notes.length === 0 ? [] : [notes.map((note) => `- ${note}`).join('\n')]),
  ].join('\n\n');
}
