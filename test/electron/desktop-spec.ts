import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../e2e/eventually.ts';
import type { Desktop } from './desktop.ts';
import { digestInNode } from './digest-in-node.ts';

/** What `window.studio.call` is to the scripts below, which run in the page. */
type Bridge = { readonly call: (name: unknown, input: unknown) => Promise<unknown> };
declare global {
  interface Window {
    readonly studio: Bridge;
  }
}

const refusal = (code: string) => ({ ok: false, problem: expect.objectContaining({ code }) });

/** What the desktop must do, on Electron itself and on whatever stands in for it. */
export function describeDesktop(boot: () => Promise<Desktop>): void {
  let desktop: Desktop;
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-desktop-'));
  beforeAll(async () => {
    desktop = await boot();
  });
  afterAll(async () => {
    await desktop?.close();
    rmSync(folder, { recursive: true });
  });
  const call = (name: unknown, input: unknown) =>
    desktop.page.evaluate(([name, input]) => window.studio.call(name, input), [name, input] as const);

  describe('the window', () => {
    it('shows the studio from its own scheme, isolated from every other page', async () => {
      await desktop.page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await desktop.page.title()).toContain('DePIN Studio');
      expect(await desktop.page.evaluate(() => isSecureContext)).toBe(true);
      expect(await desktop.windowCount()).toBe(1);
    });

    it('gives the page one frozen function and nothing of Node or Electron', async () => {
      const seen = await desktop.page.evaluate(() => ({
        names: Object.keys(window.studio),
        frozen: Object.isFrozen(window.studio),
        leaked: [
          'require',
          'process',
          'module',
          'Buffer',
          'global',
          'ipcRenderer',
          'electron',
          'sendToMain',
        ].filter((name) => name in window),
      }));
      expect(seen).toEqual({ names: ['call'], frozen: true, leaked: [] });
    });

    it('does not let the page replace the bridge', async () => {
      const replaced = await desktop.page.evaluate(() => {
        try {
          Reflect.set(window, 'studio', { call: 'replaced' });
        } catch {}
        return typeof window.studio.call;
      });
      expect(replaced).toBe('function');
    });
  });

  describe('the bridge', () => {
    it('carries calls and answers', async () => {
      expect(await call('studio.info', {})).toMatchObject({ ok: true, value: { door: 'desktop' } });
      const listed = await call('scenarios.list', {});
      expect(listed).toMatchObject({
        ok: true,
        value: expect.arrayContaining([expect.objectContaining({ id: 'wireless-burn-mint' })]),
      });
    });

    it.each([
      ['an unknown route', 'scenarios.burn', {}, 'route.unknown'],
      ['a name that is none', { toString: 'x' }, {}, 'route.unknown'],
      ['a missing input', 'scenarios.open', undefined, 'input.invalid'],
      ['a field too many', 'scenarios.open', { id: 'x', path: '/etc' }, 'input.invalid'],
      ['a path for a name', 'scenarios.open', { id: '../../etc' }, 'scenario.unknown'],
      ['a file name that leads elsewhere', 'exports.save', { name: '../x.csv', text: '' }, 'input.invalid'],
    ])('refuses %s', async (_, name, input, code) => {
      expect(await call(name, input)).toEqual(refusal(code));
    });

    it('refuses what cannot be sent', async () => {
      const sent = desktop.page.evaluate(() =>
        window.studio.call('studio.info', { f: () => {} }).then(
          () => 'sent',
          () => 'refused',
        ),
      );
      expect(await sent).toBe('refused');
    });

    it('saves where the person says, and nowhere if the dialog is cancelled', async () => {
      const file = path.join(folder, 'metrics.csv');
      await desktop.willChoose(file);
      const input = { name: 'metrics.csv', text: 'tick,price\n0,1.5\n' };
      expect(await call('exports.save', input)).toEqual({ ok: true, value: { saved: file } });
      expect(readFileSync(file, 'utf8')).toBe(input.text);
      await desktop.willChoose(null);
      expect(await call('exports.save', input)).toEqual({ ok: true, value: { saved: null } });
    });

    it('says what is wrong with the chosen place', async () => {
      await desktop.willChoose(path.join(folder, 'none', 'metrics.csv'));
      expect(await call('exports.save', { name: 'a', text: '' })).toEqual(refusal('file.unwritable'));
    });

    it.each(['data:text/html,<h1>foreign</h1>', 'about:blank'])('answers nothing to %s', async (url) => {
      const foreign = await desktop.openForeignWindow(url);
      expect(await foreign.evaluate(() => window.studio.call('scenarios.list', {}))).toEqual(
        refusal('request.foreign'),
      );
      await foreign.close();
    });
  });

  describe('the way out', () => {
    it('is closed for navigation', async () => {
      const before = desktop.page.url();
      await desktop.page.evaluate(() => {
        window.location.href = 'https://evil.example/';
      });
      await desktop.page.waitForTimeout(300);
      expect(desktop.page.url()).toBe(before);
      expect(await call('studio.info', {})).toMatchObject({ ok: true });
    });

    it('is closed for windows; links to the web open in the browser of the person', async () => {
      for (const url of [
        'https://docs.example/hip-20',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'app://studio/',
      ]) {
        await desktop.page.evaluate((url) => void window.open(url), url);
      }
      await eventually(() => desktop.openedOutside()).toEqual(['https://docs.example/hip-20']);
      await eventually(() => desktop.windowCount()).toBe(1);
    });

    it('is closed for frames', async () => {
      const shown = await desktop.page.evaluate(
        () =>
          new Promise((resolve) => {
            const frame = document.createElement('iframe');
            frame.src = 'https://evil.example/';
            document.body.append(frame);
            setTimeout(() => {
              resolve(frame.contentDocument?.body?.textContent ?? 'nothing that the page can read');
              frame.remove();
            }, 200);
          }),
      );
      expect(['', 'nothing that the page can read']).toContain(shown);
    });

    it('is closed for requests, inline scripts and eval', async () => {
      const outcome = await desktop.page.evaluate(async () => {
        const fetched = await fetch('https://evil.example/').then(
          () => 'fetched',
          () => 'refused',
        );
        const script = document.createElement('script');
        script.textContent = 'window.injected = true';
        document.body.append(script);
        let evaluated = 'evaluated';
        // In a turn of its own: the devtools, which run this, may evaluate what the page may not.
        await new Promise((resolve) => setTimeout(resolve));
        try {
          new Function('return 1')();
        } catch {
          evaluated = 'refused';
        }
        return { fetched, injected: 'injected' in window, evaluated };
      });
      expect(outcome).toEqual({ fetched: 'refused', injected: false, evaluated: 'refused' });
    });

    it('is closed for requests of anything else that runs in a window', async () => {
      const foreign = await desktop.openForeignWindow('data:text/html,<h1>foreign</h1>');
      const fetched = foreign.evaluate(() =>
        fetch('https://evil.example/from-elsewhere').then(
          () => 'fetched',
          () => 'refused',
        ),
      );
      expect(await fetched).toBe('refused');
      await foreign.close();
    });

    it('shows no file outside the page', async () => {
      const statuses = await desktop.page.evaluate(async () =>
        Promise.all(
          [
            '/../../package.json',
            '/%2e%2e/%2e%2e/package.json',
            '/..%2f..%2fpackage.json',
            '/nothing.js',
          ].map(async (url) => (await fetch(url)).status),
        ),
      );
      expect(statuses).toEqual([404, 404, 404, 404]);
    });
  });

  it('simulates a scenario to the digest that Node computes', async () => {
    const { page } = desktop;
    await page.getByRole('link', { name: 'Wireless, burn and mint', exact: true }).click();
    const details = page.getByRole('complementary', { name: 'Selected scenario' });
    await details.getByRole('button', { name: 'Open' }).click();
    await page.getByLabel('Seeds', { exact: true }).fill('2');
    await page.getByRole('button', { name: 'Run', exact: true }).first().click();
    await page.getByText('Done: 2 of 2 seeds').first().waitFor();
    const digest = page.getByRole('button', { name: /copy the whole digest/ });
    expect(await digest.getAttribute('title')).toBe(
      `Copy ${await digestInNode('wireless-burn-mint', ['1', '2'])}`,
    );
  });
}
