import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type ChartTheme, lightTheme } from '../../../renderer/charts/chart-theme.ts';
import type { ChartDescription } from '../../../renderer/charts/charts.ts';
import type { ChartSubject } from '../../../renderer/charts/plot-data.ts';
import { shortPath } from './short-path.ts';

/** Size of a picture in px: what the studio saves. */
const size = { width: 760, height: 420 };

/**
 * A chart as the text of an SVG file, by the component that the studio shows. Unless it is given a theme it is light and has a
 * background of its own, so that it can be read on a page of any colour.
 */
export function chartSvg(
  chart: ChartDescription,
  subject: ChartSubject,
  theme: ChartTheme = lightTheme,
): string {
  const picture = createElement(chart.component, { ...size, subject, theme, heading: true });
  const svg = renderToStaticMarkup(picture);
  return `${svg.replace(/ d="([^"]*)"/g, (_, d: string) => ` d="${shortPath(d)}"`)}\n`;
}
