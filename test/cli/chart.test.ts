// Charts as anyone can draw them, and the pictures that the READMEs of shipped scenarios show.
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { fresh, small, studio } from './studio.ts';

const scenarios = path.join(root, 'scenarios');

describe('chart', () => {
  it('writes a picture a metric, and says what each shows', async () => {
    const out = fresh('pictures');
    const {
      code,
      out: said,
      err,
    } = await studio([
      ...['chart', small, '--seeds', '1..3', '--out', out],
      ...['--metric', 'providers.active', '--metric', 'supply.minted'],
    ]);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(readdirSync(out).sort()).toEqual(['active-providers.svg', 'supply-minted.svg']);
    const svg = readFileSync(path.join(out, 'active-providers.svg'), 'utf8');
    const title = /font-weight="600"[^>]*>([^<]+)</.exec(svg)?.[1];
    expect(title).toMatch(/^Active providers /);
    expect(said.split('\n')[0]).toBe(`${path.join(out, 'active-providers.svg')}  ${title}`);
    expect(svg.endsWith('</svg>\n')).toBe(true);
  });

  it('writes PNG files too, of twice the size', async () => {
    const out = fresh('png');
    const args = ['chart', small, '--seeds', '1..2', '--metric', 'providers.active', '--out', out];
    expect((await studio([...args, '--format', 'png,svg'])).code).toBe(0);
    expect(readdirSync(out).sort()).toEqual(['active-providers.png', 'active-providers.svg']);
    const png = readFileSync(path.join(out, 'active-providers.png'));
    expect(png.toString('latin1', 1, 4)).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1520, 840]);
    const refused = await studio([...args, '--format', 'gif']);
    expect(refused.code).toBe(2);
    expect(refused.err).toContain('There is no format "gif".');
  });

  it('draws the same bytes again', async () => {
    const draw = async () => {
      const out = fresh('same');
      await studio(['chart', small, '--seeds', '1..2', '--out', out]);
      return readdirSync(out).map((name) => [name, readFileSync(path.join(out, name), 'utf8')]);
    };
    const first = await draw();
    expect(first.length).toBeGreaterThan(3);
    expect(await draw()).toEqual(first);
  });

  it('refuses a metric that is not there, with the nearest that is, and leaves no file', async () => {
    const out = fresh('none');
    const { code, err } = await studio([
      'chart',
      small,
      '--seeds',
      '1',
      '--out',
      out,
      '--metric',
      'market.prise',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('The run has no metric "market.prise".');
    expect(err).toContain('Did you mean "market.price"?');
    expect(readdirSync(out)).toEqual([]);
  });

  it('takes either a list of metrics or that of the README', async () => {
    const { code, err } = await studio(['chart', small, '--write', '--metric', 'market.price']);
    expect(code).toBe(2);
    expect(err).toContain("'--write' cannot be used with option '--metric <id>'");
  });
});

/** A copy of the small scenario with a variant, a README and a list of charts. */
function withPlan(plan: string, readme: string): string {
  const folder = fresh('small');
  cpSync(small, folder, { recursive: true });
  cpSync(path.join(folder, 'scenario.yaml'), path.join(folder, 'free.yaml'));
  writeFileSync(path.join(folder, 'charts.yaml'), plan);
  writeFileSync(path.join(folder, 'README.md'), readme);
  return folder;
}

const plan = 'scenario: [providers.active, market.price]\nfree: [supply.minted]\n';
const readme = `# Small

<!-- charts: begin -->
old
<!-- charts: end -->

Between.

<!-- charts free: begin -->
<!-- charts free: end -->

The end.
`;

describe('--write', () => {
  it('draws what charts.yaml names beside the README and shows it there, each variant in its place', async () => {
    const folder = withPlan(plan, readme);
    const at = (name: string) => path.join(folder, name);
    const driven = await studio(['chart', folder, '--seeds', '1..2', '--write']);
    expect({ code: driven.code, err: driven.err }).toEqual({ code: 0, err: '' });
    const free = await studio(['chart', at('free.yaml'), '--seeds', '1', '--write']);
    expect({ code: free.code, err: free.err }).toEqual({ code: 0, err: '' });
    const text = readFileSync(at('README.md'), 'utf8');
    expect(text).toMatch(/^# Small\n\n<!-- charts: begin -->\nMade by [\s\S]*\n\nThe end\.\n$/);
    expect(text).not.toContain('old');
    const shown = [...text.matchAll(/^!\[(.+)\]\((.+)\)$/gm)].map(([, alt, file]) => [
      alt?.split(' ')[0],
      file,
    ]);
    expect(shown).toEqual([
      ['Active', 'charts/scenario/active-providers.svg'],
      ['Token', 'charts/scenario/token-price.svg'],
      ['Minted', 'charts/free/supply-minted.svg'],
    ]);
    for (const [, file = ''] of shown) expect(readFileSync(at(file), 'utf8')).toContain('</svg>');
  });

  it.each([
    [
      'a list that is none',
      plan.replace(/\[.*?\]/, 'providers.active'),
      readme,
      'charts.yaml:1:11',
      'scenario must be a list of charts.',
    ],
    [
      'no line for the variant',
      'free: [market.price]\n',
      readme,
      'charts.yaml',
      'names no charts for scenario.yaml.',
    ],
    ['a README without markers', plan, '# Small\n', 'README.md', '<!-- charts: begin -->'],
    [
      'an unknown metric',
      plan.replace('market.price', 'market.prise'),
      readme,
      'market.prise',
      'Did you mean "market.price"?',
    ],
  ])('refuses %s, and leaves the README as it was', async (_, written, page, where, part) => {
    const folder = withPlan(written, page);
    const { code, err } = await studio(['chart', folder, '--seeds', '1', '--write']);
    expect(code).toBe(2);
    expect(err).toContain(where);
    expect(err).toContain(part);
    expect(readFileSync(path.join(folder, 'README.md'), 'utf8')).toBe(page);
  });
});

const shipped = readdirSync(scenarios).filter((id) => existsSync(path.join(scenarios, id, 'charts.yaml')));

describe('shipped READMEs', () => {
  it('are those of the three anchored scenarios at least', () => {
    expect(shipped).toEqual(
      expect.arrayContaining(['gpu-compute', 'storage-collateral', 'wireless-burn-mint']),
    );
  });

  it.each(shipped)('%s shows every picture of its folder once, each small, with words', (id) => {
    const folder = path.join(scenarios, id);
    const text = readFileSync(path.join(folder, 'README.md'), 'utf8');
    const shown = [...text.matchAll(/^!\[(.{20,})\]\((charts\/.+\.svg)\)$/gm)].map(
      ([, , file]) => file ?? '',
    );
    const pictures = readdirSync(path.join(folder, 'charts'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.svg'))
      .map((name) => `charts/${name.replaceAll(path.sep, '/')}`);
    expect([...shown].sort()).toEqual(pictures.sort());
    for (const name of pictures) expect(readFileSync(path.join(folder, name)).length).toBeLessThan(60_000);
  });

  it('gpu-compute is as the command draws it (npm run -s studio -- chart gpu-compute --write)', async () => {
    const folder = fresh('gpu-compute');
    mkdirSync(folder, { recursive: true });
    cpSync(path.join(scenarios, 'gpu-compute'), folder, { recursive: true });
    const { code } = await studio(['chart', folder, '--write']);
    expect(code).toBe(0);
    const drawn = path.join('charts', 'scenario');
    for (const name of readdirSync(path.join(folder, drawn))) {
      const [now, shown] = [folder, path.join(scenarios, 'gpu-compute')].map((at) =>
        readFileSync(path.join(at, drawn, name), 'utf8'),
      );
      expect(now, name).toBe(shown);
    }
  });
});
