// Every route at once: whatever a name leads to, nothing outside of the project is read or written, and no object is changed.
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { answer } from '../../main/api/answer.ts';
import { routes } from '../../main/api/routes.ts';
import { inputsOf, type JsonSchema } from '../fuzz/schema-inputs.ts';
import { openStrange, type Strange, secret } from './project-of-a-stranger.ts';

let strange: Strange;
beforeAll(() => {
  strange = openStrange();
});
afterAll(() => strange.remove());

/** Routes that open what the person names, by a full path: that is what they are for. */
const opensFolders = new Set(['projects.open']);
/** Routes that ask another computer. */
const asksOthers = /^publish\.(?:space|block|sign|send|votes|follow|keepSettings)|^proposals\.fetch/;

const names = Object.keys(routes).filter((name) => !opensFolders.has(name) && !asksOthers.test(name));

/** Spellings of a place outside of the project. */
const away = (): readonly string[] => {
  const home = path.join(strange.folder, 'home');
  const up = [
    '../../home',
    '../../../home',
    '../home',
    '..\\..\\home',
    '%2e%2e/%2e%2e/home',
    '....//....//home',
  ];
  const ends = ['', '/mine', '/scenario.yaml', '/secret.txt', '/README.md', '\u0000.md'];
  return [
    ...[...up, home].flatMap((each) => ends.map((end) => `${each}${end}`)),
    '..',
    '.',
    '/',
    'x/../../../home',
  ];
};

const inputsFor = (route: keyof typeof routes, texts: readonly string[]) => {
  const schema = z.toJSONSchema(routes[route].input, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
  const text = fc.constantFrom(...texts);
  const keys = [
    'id',
    'scenario',
    'base',
    'run',
    'runs',
    'name',
    'proposal',
    'task',
    'project',
    'folder',
    'file',
  ];
  const lists = new Set(['runs']);
  const byKey = Object.fromEntries(
    keys.map((key) => [key, lists.has(key) ? fc.array(text, { minLength: 1, maxLength: 2 }) : text]),
  );
  return inputsOf(schema, byKey);
};

/** Many routes take nothing: once is enough. */
const different = (inputs: readonly unknown[]): readonly unknown[] => [
  ...new Map(inputs.map((input) => [JSON.stringify(input), input])).values(),
];

describe('a name that leads out of the project', () => {
  it.each(names)('is refused by %s', async (name) => {
    const before = strange.outside();
    const route = name as keyof typeof routes;
    for (const input of different(fc.sample(inputsFor(route, away()), { numRuns: 40, seed: 11 }))) {
      const answered = await answer(strange.api, name, input);
      expect(JSON.stringify(answered)).not.toContain(secret);
    }
    expect(strange.outside()).toEqual(before);
  });
});

describe('a key that every object has', () => {
  const poison = JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}');
  it.each(names)('changes no object by %s', async (name) => {
    const route = name as keyof typeof routes;
    const inputs = fc.sample(inputsFor(route, ['small', '__proto__', 'constructor']), {
      numRuns: 10,
      seed: 5,
    });
    for (const input of different(inputs)) {
      const text = JSON.stringify(input);
      const poisoned = JSON.parse(
        text.replace(/^\{/, `{"__proto__": {"polluted": 1}${text === '{}' ? '' : ','}`),
      );
      await answer(strange.api, name, poisoned);
      await answer(strange.api, name, typeof input === 'object' ? { ...input, ...poison } : poison);
    }
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
    expect(Reflect.get(() => {}, 'polluted')).toBeUndefined();
  });
});
