import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it } from 'vitest';
import { referencePages } from '../../main/services/reference/reference-pages.ts';
import { root } from '../../scripts/root.mjs';

it.each([...referencePages()])('docs/reference/%s says what the code declares', (name, text) => {
  const written = readFileSync(path.join(root, 'docs/reference', name), 'utf8');
  expect(written, 'run `npm run -s studio -- reference --out docs/reference`').toBe(text);
});
