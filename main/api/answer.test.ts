import { describe, expect, it } from 'vitest';
import { StudioError } from '../../sim-core/contract/errors.ts';
import { answer } from './answer.ts';
import type { ListedScenario } from './scenarios/scenarios-api.ts';
import type { StudioApi } from './studio-api.ts';

const card: ListedScenario = {
  id: 'a',
  place: 'shipped',
  version: 1,
  title: 'A',
  question: 'Why?',
  network: 'wireless',
  startDate: '2023-04-24',
  days: 3,
  providers: { rows: 10, weight: 2 },
  mechanisms: [{ id: 'emission.halving', slot: 'emission', title: 'Halving' }],
  variants: [{ id: 'a/free', title: 'A, free' }],
};

const api: Partial<StudioApi> = {
  'studio.info': async () => {
    throw new TypeError('x is undefined');
  },
  'scenarios.list': async () => [card, { ...card, id: 'b', problem: { code: 'c', message: 'm', hint: 'h' } }],
  'scenarios.open': async ({ id }) => {
    throw new StudioError({ code: 'scenario.unknown', message: `no ${id}`, hint: 'look again', where: id });
  },
  'exports.save': async ({ name }) => ({ saved: `/home/${name}` }),
};

const codeOf = async (name: unknown, input: unknown) => {
  const answered = await answer(api, name, input);
  return answered.ok ? 'it was answered' : answered.problem.code;
};

describe('answer', () => {
  it('gives what the service answers', async () => {
    expect(await answer(api, 'scenarios.list', {})).toEqual({
      ok: true,
      value: [card, { ...card, id: 'b', problem: { code: 'c', message: 'm', hint: 'h' } }],
    });
  });

  it('passes on what the service says is wrong', async () => {
    expect(await answer(api, 'scenarios.open', { id: 'x' })).toEqual({
      ok: false,
      problem: { code: 'scenario.unknown', message: 'no x', hint: 'look again', where: 'x' },
    });
  });

  it('tells a defect as one, without its stack', async () => {
    expect(await answer(api, 'studio.info', {})).toEqual({
      ok: false,
      problem: { code: 'defect', message: 'x is undefined' },
    });
  });

  it('tells an answer that a screen could not read as a defect', async () => {
    const wrong: Partial<StudioApi> = {
      ...api,
      'scenarios.list': async () => [{ ...card, days: Number.NaN }],
    };
    expect(await answer(wrong, 'scenarios.list', {})).toMatchObject({
      ok: false,
      problem: { code: 'defect' },
    });
  });

  it.each([
    'scenarios.burn',
    'toString',
    '__proto__',
    '',
    7,
    null,
    undefined,
    { toString: 'x' },
    Symbol('x'),
  ])('knows no route %o', async (name) => {
    expect(await codeOf(name, {})).toBe('route.unknown');
  });

  it.each([undefined, null, 'x', [], { id: 7 }, { id: '' }, { id: 'x'.repeat(201) }, { id: 'x', more: 1 }])(
    'refuses to open %o',
    async (input) => {
      expect(await codeOf('scenarios.open', input)).toBe('input.invalid');
    },
  );

  it.each(['a/b', 'a\\b', '..', '.', '', 'C:x', 'x.', 'x ', 'a\0b', 'a\nb', 'x'.repeat(201)])(
    'refuses the file name %o',
    async (name) => {
      expect(await codeOf('exports.save', { name, text: '' })).toBe('input.invalid');
    },
  );

  it('takes usual file names', async () => {
    const name = 'wireless-burn-mint größe (1).csv';
    expect(await answer(api, 'exports.save', { name, text: '' })).toMatchObject({ ok: true });
  });

  it('says which field is wrong', async () => {
    const answered = await answer(api, 'scenarios.open', { id: 7 });
    expect(answered).toMatchObject({ problem: { where: 'scenarios.open: id' } });
  });
});
