import type { ChartTheme } from '../../../../renderer/charts/chart-theme.ts';
import { darkTheme, lightTheme } from '../../../../renderer/charts/chart-theme.ts';

/** Colours that follow the page: light or dark as the reader's system says, light on paper. */
export const reportTheme: ChartTheme = {
  background: 'var(--background)',
  text: 'var(--text)',
  muted: 'var(--muted)',
  grid: 'var(--grid)',
  series: lightTheme.series.map((_, index) => `var(--series-${index + 1})`),
  base: 'var(--base)',
  below: 'var(--below)',
  above: 'var(--above)',
  verdict: { pass: 'var(--pass)', watch: 'var(--watch)', fail: 'var(--fail)' },
  // Between these a scale is computed, for which they have to be colours.
  heat: lightTheme.heat,
  land: 'var(--land)',
};

const colours = ({
  background,
  text,
  muted,
  grid,
  series,
  base,
  below,
  above,
  verdict,
  land,
}: ChartTheme): string =>
  [
    `--background:${background};--text:${text};--muted:${muted};--grid:${grid};`,
    `--base:${base};--below:${below};--above:${above};--land:${land};`,
    `--pass:${verdict.pass};--watch:${verdict.watch};--fail:${verdict.fail};`,
    ...series.map((colour, index) => `--series-${index + 1}:${colour};`),
  ].join('');

/** The only style sheet of a report. */
export const reportStyle = `
:root{color-scheme:light dark;${colours(lightTheme)}}
@media screen and (prefers-color-scheme:dark){:root{${colours(darkTheme)}}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:54rem;padding:2rem 1.25rem 4rem;background:var(--background);color:var(--text);font:15px/1.5 system-ui,sans-serif}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .5rem}
h2{font-size:1.15rem;margin:2.5rem 0 .5rem;border-bottom:1px solid var(--grid);padding-bottom:.25rem}
p{margin:.4rem 0}
.question{font-size:1.15rem}
.muted,small{color:var(--muted)}
small{display:block;font-size:.85em;font-weight:400}
figure{margin:1rem 0;break-inside:avoid}
figure svg{width:100%;height:auto;display:block}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;font-size:.9rem}
caption{text-align:left;color:var(--muted);padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem .3rem 0;border-bottom:1px solid var(--grid);overflow-wrap:break-word}
th{font-weight:600}
tbody th{min-width:9rem;max-width:18rem}
.number{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
thead .number{white-space:normal}
thead th{vertical-align:bottom}
tr{break-inside:avoid}
.interval{display:block;width:9rem;height:.9rem;margin-top:.25rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:.5rem 0}
dt{color:var(--muted)}
dd{margin:0;overflow-wrap:anywhere}
code,pre{font:.85rem/1.5 ui-monospace,monospace}
pre{white-space:pre-wrap;overflow-wrap:anywhere;border:1px solid var(--grid);padding:.75rem}
a{color:var(--series-1)}
@media print{body{max-width:none;padding:0;font-size:11px}a{color:inherit}h2{break-after:avoid}.scroll{overflow:visible}}
@page{margin:16mm}
`;
