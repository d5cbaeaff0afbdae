import type { Chart, Frame } from '../../charts/chart.ts';
import type { ChartTheme } from '../../charts/chart-theme.ts';
import { headingHeight } from '../../charts/plot-heading.tsx';
import { svgText } from './svg-text.tsx';

/** Px that a picture is wide when it travels alone: the width of a page of text. */
const width = 760;

/** Pixels of a PNG for each px, so that it is sharp in print. */
const sharpness = 2;

/** The chart with its words above it, in a theme of its own. */
export function svgFile(chart: Chart, theme: ChartTheme): { readonly svg: string; readonly height: number } {
  const height = headingHeight(chart, width) + Math.max(320, chart.heightAt(width));
  const frame: Frame = { theme, width, height, heading: true };
  return { svg: svgText(chart.draw(frame)), height };
}

/** The same picture in pixels. Rejects where the browser cannot draw it. */
export async function pngFile(chart: Chart, theme: ChartTheme): Promise<Blob> {
  const { svg, height } = svgFile(chart, theme);
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * sharpness;
    canvas.height = height * sharpness;
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => {
        if (blob === null) reject(new Error('this browser could not draw the picture'));
        else resolve(blob);
      }, 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
