import type { ReactElement } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';

/** A chart as the text of an SVG file: drawn apart from the page, so that the page's theme and size do not matter. */
export function svgText(chart: ReactElement): string {
  const place = document.createElement('div');
  const root = createRoot(place);
  flushSync(() => root.render(chart));
  const svg = place.querySelector('svg');
  const text = svg === null ? '' : new XMLSerializer().serializeToString(svg);
  root.unmount();
  return `${text}\n`;
}
