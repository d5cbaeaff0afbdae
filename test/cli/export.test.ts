// `export` and `report` as a person meets them: files that other tools read, and a page that needs nothing.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { launchChromium } from '../../scripts/launch-chromium.mjs';
import { fresh, small, studio } from './studio.ts';

const run = fresh('run');
await studio(['run', small, '--seeds', '1..3', '--out', run, '--set', 'emission.halving.period=10 month']);
const bytes = (folder: string, name: string) => readFileSync(path.join(folder, name));

async function exported(...args: readonly string[]) {
  const folder = fresh('exported');
  return { folder, ...(await studio(['export', ...args, '--out', folder])) };
}

describe('export', () => {
  it('writes every format, and from each of them the same bytes again', async () => {
    const first = await exported(run, '--format', 'csv,parquet,json,arrow');
    expect(first).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(first.folder)).toHaveLength(12);
    for (const name of ['metrics.csv', 'breakdowns.csv', 'dictionary.csv'])
      expect(bytes(first.folder, name).equals(bytes(run, name)), name).toBe(true);
    for (const format of ['parquet', 'json', 'arrow']) {
      const direct = fresh('direct');
      const { code } = await studio([
        ...['run', small, '--seeds', '1..3', '--set', 'emission.halving.period=10 month'],
        ...['--format', format, '--out', direct],
      ]);
      expect(code).toBe(0);
      for (const name of ['metrics', 'breakdowns', 'dictionary']) {
        const file = `${name}.${format}`;
        expect(bytes(direct, file).equals(bytes(first.folder, file)), file).toBe(true);
      }
      const back = await exported(direct, '--format', 'csv');
      expect(bytes(back.folder, 'metrics.csv').equals(bytes(run, 'metrics.csv')), format).toBe(true);
      expect(bytes(back.folder, 'breakdowns.csv').equals(bytes(run, 'breakdowns.csv')), format).toBe(true);
    }
  });

  it('writes a row a value where that is asked for', async () => {
    const { folder, code } = await exported(run, '--layout', 'tidy');
    expect(code).toBe(0);
    const lines = bytes(folder, 'metrics-tidy.csv').toString('utf8').trimEnd().split('\n');
    const [header = '', ...wide] = bytes(run, 'metrics.csv').toString('utf8').trimEnd().split('\n');
    const metrics = header.split(',').slice(3);
    expect(lines[0]).toBe('tick,date,seed,metric,value');
    expect(lines).toHaveLength(1 + wide.length * metrics.length);
    const expected = wide.flatMap((line) => {
      const [tick, date, seed, ...values] = line.split(',');
      return metrics.map((metric, index) => `${tick},${date},${seed},${metric},${values[index]}`);
    });
    expect([...lines.slice(1)].sort()).toEqual(expected.sort());
    expect(bytes(folder, 'dictionary-tidy.csv').toString('utf8')).toContain(
      'metrics-tidy.csv,market.price,USD/token',
    );
  });

  it('draws charts without running anything', async () => {
    const { folder, code } = await exported(run, '--format', 'svg,png', '--metric', 'providers.active');
    expect(code).toBe(0);
    expect(readdirSync(folder)).toEqual(['active-providers.png', 'active-providers.svg']);
  });

  it.each([
    ['an unknown format', ['--format', 'csv,xlsx'], 'There is no format "xlsx".'],
    ['an unknown metric', ['--format', 'svg', '--metric', 'market.prise'], 'Did you mean "market.price"?'],
    ['an unknown layout', ['--layout', 'long'], 'Allowed choices are wide, tidy'],
  ])('refuses %s', async (_, args, part) => {
    const { code, err, folder } = await exported(run, ...args);
    expect(code).toBe(2);
    expect(err).toContain(part);
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([]);
  });

  it('takes a run that was cancelled for what it is: nothing of it is damaged', async () => {
    const part = fresh('part');
    await studio(['run', small, '--seeds', '1', '--out', part]);
    const manifest = path.join(part, 'manifest.json');
    const told = JSON.parse(readFileSync(manifest, 'utf8'));
    writeFileSync(manifest, JSON.stringify({ ...told, seeds: ['1', '2'], complete: false }));
    expect(await exported(part)).toMatchObject({ code: 0, err: '' });
  });

  it('refuses a folder without a result, and one whose numbers were changed, with what to do', async () => {
    const nowhere = await exported(fresh('nowhere'));
    expect(nowhere.code).toBe(2);
    expect(nowhere.err).toContain('there is no manifest.json');
    const changed = fresh('changed');
    await studio(['run', small, '--seeds', '1', '--out', changed]);
    const file = path.join(changed, 'metrics.csv');
    writeFileSync(file, readFileSync(file, 'utf8').replace(/(\n5,[^,]+,1,)[^,]+/, '$199'));
    const { code, err } = await exported(changed);
    expect(code).toBe(2);
    expect(err).toContain('seed 1 has other numbers');
    expect(err).toContain('depin-studio run');
  });
});

describe('report', async () => {
  const file = path.join(fresh('report'), 'report.html');
  const answered = await studio(['report', run, '--out', file]);

  it('writes one file, the one that export writes', async () => {
    expect(answered).toMatchObject({ code: 0, err: '' });
    expect(readdirSync(path.dirname(file))).toEqual(['report.html']);
    const { folder } = await exported(run, '--format', 'html');
    expect(bytes(folder, 'report.html').equals(readFileSync(file))).toBe(true);
  });

  it('names the command that repeats it as a shell takes it', () => {
    expect(readFileSync(file, 'utf8')).toContain('--set &#39;emission.halving.period=10 month&#39;');
  });

  it('opens without network, script or broken policy, in light and dark, on a phone and on paper', async () => {
    const browser = await launchChromium();
    try {
      const seen: string[] = [];
      const backgrounds = [];
      for (const colorScheme of ['light', 'dark'] as const) {
        const page = await browser.newPage({ colorScheme, viewport: { width: 360, height: 800 } });
        page.on('console', (message) => seen.push(message.text()));
        page.on('request', (request) => seen.push(request.url()));
        await page.goto(pathToFileURL(file).href);
        const look = () =>
          page.evaluate(() => ({
            body: getComputedStyle(document.body).backgroundColor,
            picture: getComputedStyle(document.querySelector('figure rect') ?? document.body).fill,
            width: document.documentElement.scrollWidth,
          }));
        backgrounds.push(await look());
        await page.emulateMedia({ media: 'print' });
        backgrounds.push(await look());
      }
      const white = { body: 'rgb(255, 255, 255)', picture: 'rgb(255, 255, 255)', width: 360 };
      const black = { body: 'rgb(20, 23, 28)', picture: 'rgb(20, 23, 28)', width: 360 };
      expect(backgrounds).toMatchObject([
        white,
        { body: white.body, picture: white.picture },
        black,
        { body: white.body, picture: white.picture },
      ]);
      expect(seen).toEqual([pathToFileURL(file).href, pathToFileURL(file).href]);
    } finally {
      await browser.close();
    }
  });
});
