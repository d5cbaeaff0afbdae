// What was once found, tried again on every reader, and a few inputs more that are the same each time.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { root } from '../../scripts/root.mjs';
import { targets } from './targets/targets.ts';
import { tryInputs, tryOne } from './try-inputs.ts';

/** Dear readers have fewer. */
const inputs: Readonly<Record<string, number>> = { scenario: 40, experiment: 80, bundle: 80, routes: 200 };

beforeAll(() => process.chdir(root));

const corpusOf = (name: string): readonly string[] => {
  const folder = path.join(root, 'test/fuzz/corpus', name);
  return existsSync(folder)
    ? readdirSync(folder).map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')))
    : [];
};

it.each(Object.entries(targets))('%s', async (name, make) => {
  const target = await make();
  for (const input of corpusOf(name)) await tryOne(target, input);
  const found = await tryInputs(target, 20_260_101, inputs[name] ?? 400);
  expect(found).toBeUndefined();
});

it('notices a reader that fails, and makes its input small', async () => {
  const { evidence } = await import('./targets/evidence.ts');
  const broken = {
    ...evidence(),
    try(input: string) {
      if (input.includes('*a')) throw new TypeError('x is not a function');
    },
  };
  const found = await tryInputs(broken, 7, 2000);
  expect(found?.why).toContain('x is not a function');
  expect(found?.input).toContain('*a');
});
