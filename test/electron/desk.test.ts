import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { MenuItemConstructorOptions } from 'electron';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually.ts';
import { bootShim, type ShimDesktop } from './boot-shim.ts';

let desktop: ShimDesktop;
beforeAll(async () => {
  desktop = await bootShim();
  await desktop.page.getByRole('heading', { level: 1 }).first().waitFor();
  const usable = Math.round(performance.now() - desktop.readyAt);
  // Said, not asserted: it depends on what else the computer does.
  process.stdout.write(`shown ${Math.round(desktop.shownAfter)} ms, usable ${usable} ms after ready\n`);
});
afterAll(async () => await desktop.close());

/** Every item of the menu that has an id: the commands of the registry. */
const commandsIn = (items: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  items.flatMap(({ submenu }) =>
    Array.isArray(submenu) ? submenu.filter(({ id }) => id !== undefined) : [],
  );
const menu = () => commandsIn(desktop.shim.system.menu);
const click = (id: string): unknown =>
  Reflect.apply(Object(menu().find((item) => item.id === id)).click, null, []);
const window = () => {
  const [first] = desktop.shim.electron.BrowserWindow.getAllWindows();
  if (first === undefined) throw new Error('there is no window');
  return first;
};
const tell = (commands: readonly object[], runs: readonly object[]) =>
  desktop.page.evaluate(
    ([commands, runs]) => globalThis.window.studio.call('window.tell', { commands, runs }),
    [commands, runs] as const,
  );

it('has the commands of the registry in its menu, each once, with their shortcuts', async () => {
  await eventually(() => menu().length).toBeGreaterThan(30);
  const ids = menu().map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(menu().find(({ id }) => id === 'run.start')).toMatchObject({
    label: 'Run this scenario',
    accelerator: 'CommandOrControl+Enter',
    registerAccelerator: false,
    enabled: false,
  });
  expect(menu().find(({ id }) => id === 'palette.open')).toMatchObject({ enabled: true });
});

it('does in the page what was clicked in the menu', async () => {
  click('palette.open');
  await desktop.page.getByRole('dialog', { name: 'Commands' }).waitFor();
  await desktop.page.keyboard.press('Escape');
  click('settings.show');
  await desktop.page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
});

it('offers a command when it begins to make sense', async () => {
  await desktop.page.evaluate(() => {
    globalThis.window.location.hash = '#/run/wireless-burn-mint';
  });
  await eventually(() => menu().find(({ id }) => id === 'run.start')?.enabled).toBe(true);
});

it('opens a proposal that was opened with it, and a link to one, on the Verify screen', async () => {
  const file = path.join(desktop.home, 'cut-the-emission.md');
  writeFileSync(file, '# Cut the emission\n\nNo evidence yet.\n');
  desktop.shim.electron.app.emit('second-instance', {}, ['electron', '--flag', file], desktop.home);
  await desktop.page.getByText('No evidence yet.').first().waitFor();
  const text = encodeURIComponent('# From a link\n\nAlso none.\n');
  desktop.shim.electron.app.emit('open-url', { preventDefault() {} }, `depin-studio://verify?text=${text}`);
  await desktop.page.getByText('Also none.').first().waitFor();
});

it('says what is wrong with a link', async () => {
  desktop.shim.electron.app.emit('open-url', { preventDefault() {} }, 'depin-studio://run?text=x');
  await eventually(() => desktop.shim.told.at(-1)?.message).toBe(
    'The link cannot be opened: the studio knows only verify.',
  );
});

it('opens a scenario file as one of the project', async () => {
  const shipped = readFileSync('scenarios/blank-network/scenario.yaml', 'utf8');
  const file = path.join(desktop.home, 'mine.depin.yaml');
  writeFileSync(file, shipped.replace(/^id:.*$/m, 'id: opened-here\nbase: blank-network'));
  desktop.shim.electron.app.emit('open-file', { preventDefault() {} }, file);
  await eventually(() => existsSync(path.join(desktop.project, 'scenarios/opened-here/scenario.yaml'))).toBe(
    true,
  );
});

it('shows how far a run is, keeps the computer awake, and tells of its end', async () => {
  const { shim, page } = desktop;
  // From here on the test says how things stand: the page, which says so after a pause, pauses for ever.
  await page.evaluate(() => {
    Object.assign(globalThis, { setTimeout: () => 0 });
  });
  await page.waitForTimeout(400);
  await tell([], [{ id: 'x', title: 'A long batch', share: 0.25 }]);
  expect(window().progress).toBe(0.25);
  expect(shim.system.awake.size).toBe(1);
  await tell([], []);
  expect(window().progress).toBe(-1);
  expect(shim.system.awake.size).toBe(0);
});

it('refuses news that is none', async () => {
  expect(await tell([{ id: 'x' }], [])).toMatchObject({ ok: false, problem: { code: 'input.invalid' } });
  expect(await tell([], [{ id: 'x', title: 'x', share: 2 }])).toMatchObject({ ok: false });
});

it('asks before a batch is lost, and stays if the person says so', async () => {
  const { shim } = desktop;
  await tell([], [{ id: 'x', title: 'A long batch', share: 0.5 }]);
  shim.presses.push(0);
  expect(window().close()).toBe(false);
  await eventually(() => shim.told.at(-1)?.message).toBe('Still computing: A long batch.');
  shim.electron.app.quit();
  expect(shim.electron.app.quitted).toBe(false);
  await tell([], []);
});

it('keeps a log, without secrets', async () => {
  await desktop.page.evaluate(() =>
    globalThis.window.studio.call('scenarios.open', { id: 'token=abc123def' }),
  );
  const file = path.join(desktop.home, 'logs/studio.log');
  await eventually(() => (existsSync(file) ? readFileSync(file, 'utf8') : '')).toContain('scenario.unknown');
  expect(readFileSync(file, 'utf8')).toContain('started DePIN Studio');
  expect(readFileSync(file, 'utf8')).not.toContain('abc123def');
});

it('seals an address with a key in it, and keeps none where Linux could only disguise it', async () => {
  const { home, page, shim } = desktop;
  const settings = {
    sequencer: 'https://testnet.seq.snapshot.org',
    hub: 'https://testnet.hub.snapshot.org',
    rpc: 'https://rpc.example/v3/secret-key',
  };
  const keep = () =>
    page.evaluate((kept) => globalThis.window.studio.call('publish.keepSettings', kept), settings);
  const file = () => readFileSync(path.join(home, 'publish.json'), 'utf8');
  await keep();
  expect(file()).toContain('sealedRpc');
  expect(file()).not.toContain('secret-key');
  const read = await page.evaluate(() => globalThis.window.studio.call('publish.settings', {}));
  expect(JSON.stringify(read)).toContain('secret-key');
  shim.keyring.backend = 'basic_text';
  await keep();
  expect(file()).not.toMatch(/secret-key|sealedRpc/i);
});

it('closes when nothing runs, and remembers its place', async () => {
  desktop.shim.electron.app.quit();
  expect(desktop.shim.electron.app.quitted).toBe(true);
  const file = path.join(desktop.home, 'window.json');
  await eventually(() => existsSync(file)).toBe(true);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ bounds: { width: 1360, height: 900 } });
});
