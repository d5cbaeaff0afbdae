import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { nodeFiles } from '../ports/node-files.ts';
import { pageFilesIn, requirePage } from './page-files.ts';

const root = mkdtempSync(path.join(tmpdir(), 'studio-page-'));
const folder = path.join(root, 'page');
mkdirSync(path.join(folder, 'engine'), { recursive: true });
mkdirSync(path.join(folder, 'assets'));
const html = '<style nonce="__CSP_NONCE__"></style><meta property="csp-nonce" nonce="__CSP_NONCE__">';
for (const [name, text] of Object.entries({
  'index.html': html,
  'worker.js': 'work',
  'engine/engine.js': 'simulate',
  'assets/page.js': 'show',
  '.inputs.json': '{}',
  'notes.secret': 'x',
  '../secret.txt': 'secret',
})) {
  writeFileSync(path.join(folder, name), text);
}
// Windows lets only administrators make links.
if (process.platform !== 'win32') symlinkSync(path.join(root, 'secret.txt'), path.join(folder, 'linked.txt'));
afterAll(() => rmSync(root, { recursive: true }));

const page = pageFilesIn(folder, nodeFiles);
const textOf = async (urlPath: string) => Buffer.from((await page(urlPath))?.body ?? []).toString();

describe('pageFilesIn', () => {
  it('serves files with their type', async () => {
    const file = await page('/assets/page.js');
    expect(file?.headers['content-type']).toBe('text/javascript; charset=utf-8');
    expect(file?.headers['x-content-type-options']).toBe('nosniff');
    expect(await textOf('/assets/page.js')).toBe('show');
  });

  it('writes one nonce into the page and its policy, and another the next time', async () => {
    const nonceIn = async () => {
      const file = await page('/');
      const [first, second] = [
        ...Buffer.from(file?.body ?? [])
          .toString()
          .matchAll(/nonce="([^"]+)"/g),
      ];
      expect(first?.[1]).toBe(second?.[1]);
      expect(file?.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${first?.[1]}'`);
      return first?.[1];
    };
    const once = await nonceIn();
    expect(once).toMatch(/^[\w+/]{24}$/);
    expect(await nonceIn()).not.toBe(once);
  });

  it('lets the page run its own scripts only, and be framed by nobody', async () => {
    const headers = (await page('/index.html'))?.headers ?? {};
    const policy = new Map(
      headers['content-security-policy']?.split('; ').map((directive) => {
        const [name = '', ...values] = directive.split(' ');
        return [name, values.join(' ')];
      }),
    );
    expect(policy.get('default-src')).toBe("'none'");
    expect(policy.get('script-src')).toBe("'self' 'wasm-unsafe-eval'");
    expect(policy.get('frame-ancestors')).toBe("'none'");
    expect([...policy.values()].join(' ')).not.toMatch(/unsafe-inline|'unsafe-eval'|\*|http/);
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['cross-origin-embedder-policy']).toBe('require-corp');
  });

  it.each(['/worker.js', '/engine/engine.js'])('lets %s compute and nothing else', async (script) => {
    const headers = (await page(script))?.headers;
    expect(headers?.['content-security-policy']).toBe(
      "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'",
    );
    expect(headers?.['cross-origin-embedder-policy']).toBe('require-corp');
  });

  it.each([
    '/../secret.txt',
    '/..%2fsecret.txt',
    '/%2e%2e/secret.txt',
    '/assets/../../secret.txt',
    '/assets/..%5c..%5csecret.txt',
    '/linked.txt',
    '//secret.txt',
    `/${root}/secret.txt`,
    '/assets',
    '/assets/',
    '/assets/page.js/',
    '/assets/page.js%00',
    '/%',
    '/notes.secret',
    '',
  ])('has no %s', async (urlPath) => {
    expect(await page(urlPath)).toBeUndefined();
  });
});

describe('requirePage', () => {
  it('says what to do where nothing was built', async () => {
    await expect(requirePage(page)).resolves.toBeUndefined();
    const empty = pageFilesIn(path.join(root, 'nothing'), nodeFiles);
    await expect(requirePage(empty)).rejects.toMatchObject({
      code: 'installation.broken',
      hint: expect.stringContaining('npm run build'),
    });
  });
});
