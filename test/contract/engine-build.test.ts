// The engine's id is the sha256 of its bytes, so the bytes may not depend on where the checkout lives.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { buildEngine } from '../../scripts/build/engine.mjs';
import { root } from '../../scripts/root.mjs';

const engineIn = (folder: string): Buffer => readFileSync(path.join(folder, 'engine.js'));
const built = path.join(root, 'dist/engine');

it('names the engine by its bytes', () => {
  const digest = createHash('sha256').update(engineIn(built)).digest('hex');
  expect(JSON.parse(readFileSync(path.join(built, 'engine.json'), 'utf8'))).toEqual({
    id: `sha256:${digest}`,
  });
});

it('builds the same bytes at another path', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'studio-engine-'));
  try {
    const copy = path.join(folder, 'some', 'other place');
    mkdirSync(copy, { recursive: true });
    for (const part of ['sim-core', 'package.json', 'tsconfig.base.json']) {
      cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
    }
    symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
    const out = path.join(copy, 'dist/engine');
    await buildEngine({ root: copy, out, dist: path.join(copy, 'dist') });
    expect(engineIn(out).equals(engineIn(built))).toBe(true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

it('runs from its bytes alone', async () => {
  const engine = await import(
    /* @vite-ignore */ `data:text/javascript;base64,${engineIn(built).toString('base64')}`
  );
  expect(Object.keys(engine).length).toBeGreaterThan(0);
});
