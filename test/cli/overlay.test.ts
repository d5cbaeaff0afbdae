// `overlay` and `run --overlay` as a person meets them.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { fresh, scenarioOf, small, smallText, studio } from './studio.ts';

const longer = scenarioOf(smallText.replace('horizon: 20 day', 'horizon: 400 day')).folder;

it('lists the overlays, each with what happens', async () => {
  const { code, out } = await studio(['overlay', 'list']);
  expect(code).toBe(0);
  expect(out).toMatch(/^price-crash +Price crash$/m);
  expect(out).toContain('customer-loss: A year in, the two largest customers leave');
});

it('lays several over a run, which says so in its manifest, and lets --set change them', async () => {
  const out = fresh('out');
  const options = ['--seeds', '1', '--out', out, '--overlay', 'customer-loss', '--overlay', 'competitor'];
  const answered = await studio(['run', longer, ...options, '--set', 'shocks.competitor.share=0.5']);
  expect(answered).toMatchObject({ code: 0, err: '' });
  const manifest = JSON.parse(readFileSync(path.join(out, 'manifest.json'), 'utf8'));
  expect(manifest.overlays).toEqual(['customer-loss', 'competitor']);
  const shares = manifest.spec.mechanisms.map(({ id, parameters }: { id: string; parameters: object }) => [
    id,
    Object.entries(parameters).find(([name]) => name === 'share')?.[1],
  ]);
  expect(shares).toContainEqual(['shocks.competitor', 0.5]);
});

it.each([
  ['price-crsh', 'There is no overlay "price-crsh".', 'Did you mean "price-crash"?'],
  ['oracle-lag', 'shocks.oracle-lag would change nothing', 'it acts on settlement.stable-vault'],
  ['competitor', 'shocks.competitor strikes after 365 days, and the run ends after 20.', '--set horizon'],
])('refuses %s where it makes no sense', async (overlay, message, hint) => {
  const { code, err } = await studio([
    'run',
    small,
    '--seeds',
    '1',
    '--out',
    fresh('out'),
    '--overlay',
    overlay,
    ...(overlay === 'competitor' ? [] : ['--set', 'horizon=400 day']),
  ]);
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err).toContain(hint);
});

it('tries each overlay on the same seeds, and tells in words what it does to the verdicts', async () => {
  const { code, out } = await studio([
    'overlay',
    'try',
    longer,
    '--seeds',
    '1..2',
    '--overlay',
    'customer-loss',
    '--overlay',
    'oracle-lag',
  ]);
  expect(code).toBe(0);
  expect(out).toMatch(/^\| overlay \|.* price \|/m);
  expect(out).toMatch(/^\| `customer-loss` \|/m);
  expect(out).toContain('`oracle-lag` does not fit: shocks.oracle-lag would change nothing');
});
