import type { Verdict } from '../../../../sim-core/contract/run.ts';
import { type Html, html } from './html.ts';
import { percentText } from './number-text.ts';
import { tableHtml } from './table.ts';

/** How often each verdict held, with its interval in words and as a bar. */
export function verdictsHtml(verdicts: readonly Verdict[]): Html {
  if (verdicts.length === 0) return html`<p>No verdict applies to what this run reports.</p>`;
  const rows = verdicts.map((verdict) => [
    html`${verdict.title}<small>${verdict.rule}</small>`,
    `${verdict.held} of ${verdict.of}`,
    percentText(verdict.probability),
    `${percentText(verdict.low)} to ${percentText(verdict.high)}`,
    barHtml(verdict),
  ]);
  return tableHtml(
    'Share of seeds in which the rule holds, with its 95 % Wilson interval',
    [
      { title: 'Verdict' },
      { title: 'Seeds', number: true },
      { title: 'Share', number: true },
      { title: 'Interval', number: true },
      { title: '0 to 100 %' },
    ],
    rows,
  );
}

/** The interval as a line from 0 to 100 %, the share as a dot. */
function barHtml({ low, high, probability, title }: Verdict): Html {
  const x = (share: number) => (2 + share * 96).toFixed(1);
  const label = `${title}: ${percentText(probability)}, ${percentText(low)} to ${percentText(high)}`;
  return html`<svg class="interval" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="${label}">
<line x1="2" x2="98" y1="5" y2="5" stroke="var(--grid)" stroke-width="2"/>
<line x1="${x(low)}" x2="${x(high)}" y1="5" y2="5" stroke="var(--series-1)" stroke-width="4"/>
<line x1="${x(probability)}" x2="${x(probability)}" y1="0" y2="10" stroke="var(--text)" stroke-width="1.5"/></svg>`;
}
