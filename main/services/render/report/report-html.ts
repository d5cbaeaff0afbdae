import { medianIntervals } from '../../../../sim-core/analysis/median-intervals.ts';
import { isoDate } from '../../../../sim-core/kernel/calendar.ts';
import { digestOf } from '../../../../sim-core/kernel/canonical.ts';
import { drawCharts } from '../draw-charts.ts';
import { assumptionsHtml } from './assumptions.ts';
import { groupsHtml } from './groups.ts';
import { type Html, html, htmlText, trusted } from './html.ts';
import { numberText } from './number-text.ts';
import { provenanceHtml, shortfallHtml } from './provenance.ts';
import { reportStyle, reportTheme } from './report-style.ts';
import type { ReportSubject } from './report-subject.ts';
import { tableHtml } from './table.ts';
import { verdictsHtml } from './verdicts.ts';

/**
 * A result as one HTML file that needs nothing else: no network, no script; it follows the reader's colours and prints.
 * Everything in it that was written by people is escaped, and its policy lets nothing but its own style act.
 */
export function reportHtml(subject: ReportSubject): string {
  const { manifest, batch } = subject;
  const { title, question } = manifest.scenario;
  const [first, last] = [batch.startDay, batch.startDay + batch.ticks - 1].map(isoDate);
  return htmlText(html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="DePIN Studio">
<title>${title}</title>
<style>${trusted(reportStyle)}</style>
</head>
<body>
<header>
<h1>${title}</h1>
${question === undefined ? html`` : html`<p class="question">${question}</p>`}
<p class="muted">${first} to ${last}, ${batch.ticks} days, ${batch.seeds.length} seeds${overlaysText(manifest.overlays)}. Made with DePIN Studio.</p>
${shortfallHtml(subject)}
</header>
<main>
<h2>Verdicts</h2>
${verdictsHtml(batch.verdicts)}
<h2>Course</h2>
${chartsHtml(subject)}
<h2>Last day</h2>
${lastDayHtml(subject, last ?? '')}
${batch.breakdowns.length === 0 ? html`` : html`<h2>Who gains and who loses</h2>${groupsHtml(batch)}`}
<h2>What it rests on</h2>
${assumptionsHtml(manifest.parameters)}
<h2>What the numbers are</h2>
${definitionsHtml(subject)}
<h2>Repeat it</h2>
${provenanceHtml(subject)}
</main>
</body>
</html>
`);
}

const base64Digest = Buffer.from(digestOf(reportStyle).slice('sha256:'.length), 'hex').toString('base64');

/** Nothing may act but the style sheet above, which is known by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${base64Digest}'; base-uri 'none'; form-action 'none'`;

const overlaysText = (overlays: readonly string[]): string =>
  overlays.length === 0 ? '' : `, under ${overlays.join(' and ')}`;

function chartsHtml({ batch }: ReportSubject): Html {
  if (batch.seeds.length === 0) return html`<p>No seed finished.</p>`;
  // A run that reports nothing of what the Run screen shows first has charts of its first metrics.
  const usual = drawCharts(batch, [], reportTheme);
  const some = batch.metrics.slice(0, 6).map(({ id }) => id);
  const charts = usual.length > 0 ? usual : drawCharts(batch, some, reportTheme);
  const how =
    batch.seeds.length === 1
      ? 'One seed.'
      : 'Dark band: half of the seeds; light band: nine of ten; line: their median; thin line: one of them.';
  return html`<p class="muted">${how}</p>${charts.map(({ svg }) => html`<figure>${trusted(svg)}</figure>`)}`;
}

const lastDayHtml = ({ batch }: ReportSubject, date: string): Html =>
  tableHtml(
    `Over seeds, on ${date}; the interval of a median holds with 95 %, by order statistics, and needs six seeds`,
    [
      { title: 'Metric' },
      { title: 'Unit' },
      { title: '5 %', number: true },
      { title: 'Median', number: true },
      { title: '95 %', number: true },
      { title: 'Interval of the median', number: true },
    ],
    medianIntervals(batch).map(({ id, title, unit, p5, p50, p95, p50Low, p50High }) => [
      html`${title}<small>${id}</small>`,
      unit,
      numberText(p5),
      numberText(p50),
      numberText(p95),
      p50Low === null ? '–' : `${numberText(p50Low)} to ${numberText(p50High)}`,
    ]),
  );

const definitionsHtml = ({ batch }: ReportSubject): Html =>
  tableHtml(
    'The columns of the result',
    [{ title: 'Metric' }, { title: 'Definition' }, { title: 'Source' }],
    batch.metrics.map(({ id, unit, definition, source, gaps }) => [
      html`${id}<small>[${unit}]</small>`,
      gaps === undefined ? definition : `${definition} Empty when ${gaps}.`,
      source,
    ]),
  );
