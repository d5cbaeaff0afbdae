import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import type { Frame } from './chart.ts';
import { darkTheme, lightTheme } from './chart-theme.ts';
import { dataText } from './data-table.ts';
import { examples } from './examples/all.ts';
import { headingHeight } from './plot-heading.tsx';
import { faultsOf } from './test-texts.ts';

const kebab = (name: string): string => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** One element a line, so that a difference can be read. */
const lines = (svg: string): string => `${svg.replaceAll('><', '>\n<')}\n`;

const frameOf = (name: string, width: number, more: Partial<Frame> = {}): Frame => {
  const chart = examples[name];
  const above = chart === undefined || more.heading !== true ? 0 : headingHeight(chart, width);
  return { theme: lightTheme, width, height: (chart?.heightAt(width) ?? 0) + above, ...more };
};

const draw = (name: string, frame: Frame): string => {
  const chart = examples[name];
  return chart === undefined ? '' : renderToStaticMarkup(chart.draw(frame));
};

describe.each(Object.keys(examples))('%s', (name) => {
  it('is the saved picture', async () => {
    const svg = lines(draw(name, frameOf(name, 560, { heading: true })));
    expect(svg.length).toBeLessThan(15_000);
    await expect(svg).toMatchFileSnapshot(`../../test/golden/charts/${kebab(name)}.svg`);
  });

  it('stands alone, in both themes, and says in words what it shows', () => {
    for (const theme of [lightTheme, darkTheme])
      for (const heading of [true, false]) {
        const svg = draw(name, frameOf(name, 420, { theme, heading, cursor: 2, selected: 1 }));
        expect(svg).not.toMatch(/style=|class=|NaN|Infinity|undefined|\bid="/);
        expect(svg).toContain('role="img"');
        expect(svg.includes(`fill="${theme.background}"`) || !heading).toBe(true);
      }
    expect(examples[name]?.summary).toMatch(/\.$/);
  });

  it.each([280, 360, 520, 760, 1200])('keeps its texts inside and apart at a width of %d', (width) => {
    for (const heading of [true, false]) {
      const frame = frameOf(name, width, { heading });
      expect(faultsOf(draw(name, frame), frame)).toEqual([]);
    }
  });

  it('has a table as wide as its head, and reads every item', () => {
    const chart = examples[name];
    if (chart === undefined) throw new Error(name);
    const table = chart.table();
    expect(table.rows).toBeGreaterThan(0);
    for (let row = 0; row < table.rows; row += 1) expect(table.row(row)).toHaveLength(table.columns.length);
    expect(dataText(table, '\t').split('\n')).toHaveLength(table.rows + 2);
    for (let item = 0; item < chart.items; item += 1)
      expect(chart.readout(item)).toMatch(/^(?!.*(NaN|undefined)).{5,}/);
  });

  it('finds items under a pointer, and nothing that is not there', () => {
    const chart = examples[name];
    if (chart === undefined) throw new Error(name);
    const frame = frameOf(name, 520);
    const found = new Set<number | undefined>();
    for (let x = 2; x < 520; x += 6)
      for (let y = 2; y < frame.height; y += 6) found.add(chart.itemAt(frame, x, y));
    found.delete(undefined);
    expect(found.size).toBeGreaterThan(Math.min(chart.items, 60) / 3);
    for (const item of found) expect(item).toBeLessThan(chart.items);
  });
});
