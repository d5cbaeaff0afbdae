import { breakdowns } from '../../../sim-core/metrics/breakdowns.ts';
import { metrics } from '../../../sim-core/metrics/index.ts';
import { verdicts } from '../../../sim-core/metrics/verdicts.ts';
import { markdownTable } from './markdown.ts';
import { generated } from './mechanism-page.ts';

/** Every metric, breakdown and verdict with its definition and source, as Markdown. */
export function metricsPage(): string {
  const metricRows = metrics.map(({ id, title, unit, definition, source, gaps = '', needs = [] }) => [
    `\`${id}\``,
    title,
    unit,
    definition,
    source,
    gaps,
    needs.map((path) => `\`${path}\``).join(', '),
  ]);
  const breakdownRows = breakdowns.map(
    ({ id, title, unit, definition, source, by, gaps = '', needs = [] }) => [
      `\`${id}\``,
      title,
      unit,
      by.join(', '),
      definition,
      source,
      gaps,
      needs.map((path) => `\`${path}\``).join(', '),
    ],
  );
  const verdictRows = verdicts.map(({ id, title, rule, source, days }) => [
    `\`${id}\``,
    title,
    rule,
    source,
    `${days}`,
  ]);
  return [
    '# Metrics, breakdowns and verdicts',
    generated,
    'A metric is one number a day. Where it has no value its column is empty. Some are reported only in scenarios whose mechanisms write what they need.',
    markdownTable(['metric', 'title', 'unit', 'definition', 'source', 'no value where', 'needs'], metricRows),
    '## Breakdowns',
    'A breakdown is a number for each region, class of hardware or cohort, on the last day of every 30 and of the run. A cohort is who joined before the start, or in the same 365 days of the run. Where there is only one group it is not reported.',
    markdownTable(
      ['quantity', 'title', 'unit', 'by', 'definition', 'source', 'no value where', 'needs'],
      breakdownRows,
    ),
    '## Verdicts',
    'A verdict asks a question of each finished seed; its probability is the share of seeds that say yes, with a 95 % Wilson interval.',
    markdownTable(['verdict', 'title', 'rule', 'source', 'days of run it needs'], verdictRows),
  ]
    .join('\n\n')
    .concat('\n');
}
