import { renderToStaticMarkup } from 'react-dom/server';
import type { Chart } from '../../../renderer/charts/chart.ts';
import { lightTheme } from '../../../renderer/charts/chart-theme.ts';
import { headingHeight } from '../../../renderer/charts/plot-heading.tsx';
import type { DrawnChart } from './draw-charts.ts';
import { shortPath } from './short-path.ts';

/** Px: as wide as what the studio saves. */
const width = 760;

/** A chart as a picture that stands alone, light, with its heading. `id` names its file. */
export function drawChart(chart: Chart, id: string): DrawnChart {
  const height = chart.heightAt(width) + headingHeight(chart, width);
  const svg = renderToStaticMarkup(chart.draw({ theme: lightTheme, width, height, heading: true }));
  const text = `${svg.replace(/ d="([^"]*)"/g, (_, d: string) => ` d="${shortPath(d)}"`)}\n`;
  return { id, finding: chart.title, summary: chart.summary, svg: text };
}
