import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routes } from '../../main/api/routes.ts';
import type { Answer, RouteName } from '../../main/api/studio-api.ts';
import { converse } from './doors/conversation.ts';
import { type Door, openHttp, openIpc, openMemory } from './doors/open-doors.ts';
import { plainAnswer } from './doors/plain-answer.ts';

/** Routes whose answer is the door's own, or that need a network, a person, or minutes: each is tested where it is made. */
const elsewhere =
  /^(studio\.info|exports\.save|projects\.(choose|revision)|publish\..*|jobs\.(start|estimate)|runs\.(keep|seed|note|remove|export)|proposals\.(compose|finish|cancel))$/;

type Said = readonly (readonly [RouteName, unknown])[];
let byMemory: Said;
const plain = (said: readonly [RouteName, Answer<unknown>][], home: string): Said =>
  said.map(([name, answer]) => [name, plainAnswer(answer, home)]);

beforeAll(async () => {
  const door = await openMemory();
  byMemory = plain(await converse(door.ask), door.home);
  await door.close();
});

it('asks of every part of the interface', () => {
  const asked = new Set(byMemory.map(([name]) => name));
  expect(
    Object.keys(routes).filter((name) => !elsewhere.test(name) && ![...asked].includes(name as RouteName)),
  ).toEqual([]);
  expect(byMemory.filter(([, answer]) => Object(answer).ok === true).length).toBeGreaterThan(15);
  expect(byMemory.filter(([, answer]) => Object(answer).ok === false).length).toBeGreaterThan(8);
});

describe.each([
  ['HTTP', 'browser', openHttp],
  ['IPC', 'desktop', openIpc],
])('over %s', (_, name, open) => {
  let door: Door;
  beforeAll(async () => {
    door = await open();
  });
  afterAll(async () => await door?.close());

  it('answers as the services do', async () => {
    const said = plain(await converse(door.ask), door.home);
    expect(said.map(([route]) => route)).toEqual(byMemory.map(([route]) => route));
    for (const [index, [route, answer]] of said.entries())
      expect({ route, answer }).toEqual({ route, answer: byMemory[index]?.[1] });
  });

  it('says which door it is', async () => {
    expect(await door.ask('studio.info', {})).toMatchObject({ ok: true, value: { door: name } });
  });

  it.each(Object.keys(routes) as RouteName[])('refuses an input that %s does not take', async (route) => {
    expect(await door.ask(route, { nothing: 'of the kind' })).toMatchObject({
      ok: false,
      problem: { code: 'input.invalid' },
    });
  });
});
