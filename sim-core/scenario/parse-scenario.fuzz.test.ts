import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseSmall, smallFiles, smallText } from '../../test/small-scenario.ts';
import { openScenario } from './open-scenario.ts';
import type { ScenarioRead } from './scenario-document.ts';
import { setParameter } from './set-parameter.ts';

/** Whatever came in: either a scenario, or problems that a person can act on. */
function isPlain(read: ScenarioRead): void {
  if (read.ok) return;
  expect(read.problems.length).toBeGreaterThan(0);
  for (const { code, message, where } of read.problems) {
    expect(code).toMatch(/^[a-z]+\.[a-z-]+$/);
    expect(message).not.toMatch(/\bat .*:\d+:\d+\)|undefined|\[object/);
    expect(message.length).toBeLessThan(1000);
    expect(where).toBeTruthy();
  }
}

it('random bytes give problems, never an exception', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      isPlain(await openScenario(async () => ({ kind: 'bytes', bytes }), 'x.yaml', 'x.yaml'));
    }),
    { numRuns: 300 },
  );
});

it('random text gives problems, never an exception', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => isPlain(parseSmall(text))),
    { numRuns: 500 },
  );
});

const yamlish = fc.constantFrom(
  ...'{ } [ ] : , - ? & * ! | > " \' # % @ ` \n \t'.split(' '),
  '\n  ',
  ': ',
  '- ',
  '&a ',
  '*a',
  '.nan',
  '-.inf',
  '1e999',
  '0x7fffffffffffffff',
  '~',
  '<<: *a',
  '2024-02-30',
  '__proto__: 1',
  '\u0000',
  '\ud800',
);

it('the small scenario with a piece cut, doubled or replaced gives problems or a scenario', () => {
  fc.assert(
    fc.property(
      fc.nat(smallText.length),
      fc.nat(40),
      fc.array(yamlish, { maxLength: 3 }),
      fc.boolean(),
      (from, length, pieces, keep) => {
        const cut = smallText.slice(from, from + length);
        const text =
          smallText.slice(0, from) +
          (keep ? cut : '') +
          pieces.join('') +
          (keep ? cut : '') +
          smallText.slice(from + length);
        isPlain(parseSmall(text));
      },
    ),
    { numRuns: 1500 },
  );
});

it('data files with a piece replaced give problems or a scenario', () => {
  const names = fc.constantFrom(...smallFiles.keys());
  fc.assert(
    fc.property(
      names,
      fc.nat(120),
      fc.nat(20),
      fc.string({ unit: 'binary', maxLength: 6 }),
      (name, from, length, piece) => {
        const text = smallFiles.get(name) ?? '';
        const broken = text.slice(0, from) + piece + text.slice(from + length);
        isPlain(parseSmall(smallText, new Map([...smallFiles, [name, broken]])));
      },
    ),
    { numRuns: 500 },
  );
});

it('any --set gives problems or a scenario', () => {
  const parsed = parseSmall();
  if (!parsed.ok) throw new Error('the small scenario is good');
  const { document } = parsed;
  const paths = fc.constantFrom(
    'horizon',
    'start',
    ...document.origins.keys(),
    'agents.token',
    'x.y.z',
    '__proto__.x',
    'agents.token.constructor',
  );
  const written = fc.oneof(
    fc.string({ maxLength: 30 }),
    fc.array(yamlish, { maxLength: 6 }).map((pieces) => pieces.join('')),
    fc.double().map(String),
  );
  fc.assert(
    fc.property(paths, written, (path, value) => isPlain(setParameter(document, path, value))),
    { numRuns: 1000 },
  );
});
