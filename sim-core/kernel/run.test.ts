import { describe, expect, it } from 'vitest';
import { handWritten } from '../../test/bench/hand-written.ts';
import { providerMarket } from '../../test/bench/provider-market.ts';
import { finish as end } from '../../test/golden/finish.ts';
import { StudioError } from '../contract/errors.ts';
import { model } from '../contract/model.ts';
import type { Moment, SeedResult } from '../contract/run.ts';
import { type RunOptions, run } from './run.ts';

const market = providerMarket(10_000);

function finish(options: RunOptions): SeedResult {
  return last(run(market, options)).result;
}

function last(ticks: Generator<Moment, SeedResult, void>): { result: SeedResult; seen: number } {
  let seen = 0;
  for (;;) {
    const next = ticks.next();
    if (next.done) return { result: next.value, seen };
    seen += 1;
    if (next.value.done !== seen) throw new Error(`tick ${seen} says ${next.value.done}`);
  }
}

describe('a general agent model on the kernel: P1', () => {
  it('gives the published figures', () => {
    const hundred = finish({ seed: '1', ticks: 100 });
    expect(hundred.columns[0]?.[99]).toBeCloseTo(0.7118, 4);
    expect((hundred.columns[1]?.[99] ?? 0) / 10_000).toBeGreaterThan(0.715);
    expect((hundred.columns[1]?.[99] ?? 0) / 10_000).toBeLessThan(0.726);
    const thousand = finish({ seed: '1', ticks: 1000 });
    const share = (thousand.columns[1]?.[999] ?? 0) / 10_000;
    expect(share).toBeGreaterThan(0.278);
    expect(share).toBeLessThan(0.293);
  });

  it('comes to the bits of the loop that it is measured against', () => {
    const { columns } = finish({ seed: '1', ticks: 300 });
    expect(columns).toEqual(handWritten(10_000, 300, '1'));
  });

  it('yields every tick and returns whole columns', () => {
    const { result, seen } = last(run(market, { seed: '1', ticks: 30 }));
    expect(seen).toBe(30);
    expect(result.columns.map((c) => c.length)).toEqual([30, 30, 30, 30, 30]);
  });

  it('is a function of the seed', () => {
    expect(finish({ seed: 'a', ticks: 20 }).digest).toBe(finish({ seed: 'a', ticks: 20 }).digest);
    expect(finish({ seed: 'a', ticks: 20 }).digest).not.toBe(finish({ seed: 'b', ticks: 20 }).digest);
  });

  it('resumes from a checkpoint at any tick to the same digest', () => {
    const whole = finish({ seed: '1', ticks: 40 });
    const checkpoints: Uint8Array[] = [];
    const ticks = run(market, { seed: '1', ticks: 40 });
    for (let next = ticks.next(); !next.done; next = ticks.next()) checkpoints.push(next.value.checkpoint());
    for (const [i, checkpoint] of checkpoints.entries()) {
      expect(resume(checkpoint).digest, `after tick ${i}`).toBe(whole.digest);
    }
  });

  it('resumes whatever the text of its seed', () => {
    const seed = '種 \n "é" \ud83c\udf31';
    const moment = run(market, { seed, ticks: 2 }).next();
    if (moment.done) throw new Error('no tick');
    const checkpoint = moment.value.checkpoint();
    expect(end(run(market, { seed, ticks: 2, checkpoint })).digest).toBe(finish({ seed, ticks: 2 }).digest);
  });

  it('reads what is slow to change now and then, and lets it stand in between, resumed or not', () => {
    const seldom = { ...market, metrics: market.metrics.map((metric) => ({ ...metric, every: 7 })) };
    const often = finish({ seed: '1', ticks: 20 }).columns;
    const { columns, digest } = last(run(seldom, { seed: '1', ticks: 20 })).result;
    for (const [i, column] of columns.entries())
      expect([...column]).toEqual([...column.keys()].map((tick) => often[i]?.[tick - (tick % 7)]));
    const ticks = run(seldom, { seed: '1', ticks: 20 });
    for (let next = ticks.next(); !next.done; next = ticks.next()) {
      const checkpoint = next.value.checkpoint();
      expect(end(run(seldom, { seed: '1', ticks: 20, checkpoint })).digest).toBe(digest);
    }
  });

  it('refuses a checkpoint of another seed, another length, or rubbish', () => {
    const moment = run(market, { seed: '1', ticks: 40 }).next();
    if (moment.done) throw new Error('no tick');
    const checkpoint = moment.value.checkpoint();
    const refused = (options: RunOptions): string => problemOf(() => run(market, options).next()).code;
    expect(refused({ seed: '2', ticks: 40, checkpoint })).toBe('checkpoint.other-run');
    expect(refused({ seed: '1', ticks: 41, checkpoint })).toBe('checkpoint.other-run');
    expect(refused({ seed: '1', ticks: 40, checkpoint: checkpoint.slice(0, -1) })).toBe(
      'checkpoint.other-run',
    );
    expect(refused({ seed: '1', ticks: 40, checkpoint: new Uint8Array([1, 2, 3]) })).toBe(
      'checkpoint.unreadable',
    );
    expect(refused({ seed: '1', ticks: 40, checkpoint: new Uint8Array() })).toBe('checkpoint.unreadable');
  });
});

describe('a run that goes wrong says where', () => {
  const tiny = (value: (tick: number) => number, holds = true) =>
    model({
      id: 'tiny',
      startDay: 19_000,
      tables: {},
      records: { here: { number: 0 } },
      accounts: { purse: 10 },
      steps: [
        {
          id: 'count',
          run({ here, clock, ledger }) {
            here.number = value(clock.tick);
            if (here.number < 0) ledger.burn('purse', -here.number, 'spent');
          },
        },
      ],
      metrics: [
        {
          id: 'number',
          title: 'Number',
          unit: '1',
          definition: 'It.',
          source: 'test',
          read: ({ here }) => here.number,
        },
      ],
      invariants: [
        { id: 'rule', says: 'The number is under 3.', holds: ({ here }) => holds || here.number < 3 },
      ],
    });
  const problem = (value: (tick: number) => number, holds = true): StudioError =>
    problemOf(() => last(run(tiny(value, holds), { seed: '7', ticks: 10 })));

  it('names the scalar that is not finite, the step and the day', () => {
    const { code, message, where } = problem((tick) => (tick === 4 ? Number.NaN : tick));
    expect({ code, message, where }).toEqual({
      code: 'run.not-finite',
      message: 'here.number is not a finite number.',
      where: 'seed 7, tick 4 (2022-01-12), count',
    });
  });

  it('names the account that is overdrawn and the flow', () => {
    const { code, message } = problem((tick) => (tick === 2 ? -11 : 1));
    expect(code).toBe('ledger.overdrawn');
    expect(message).toBe('"spent" takes 11 tokens from purse, which holds 10.');
  });

  it('names the invariant', () => {
    const { code, message, where } = problem((tick) => tick, false);
    expect([code, message, where]).toEqual([
      'run.invariant',
      'Broken: The number is under 3.',
      'seed 7, tick 3 (2022-01-11), rule',
    ]);
  });

  it('finds at the close what a step changed without saying so', () => {
    const { code, message, where } = problemOf(() => {
      const counting = tiny((tick) => (tick === 2 ? Number.NaN : tick), true);
      const quiet = counting.steps.map((step) => ({ ...step, changes: [] }));
      last(run({ ...counting, steps: quiet }, { seed: '7', ticks: 10 }));
    });
    expect([code, message]).toEqual(['run.not-finite', 'here.number is not a finite number.']);
    expect(where).toContain('tick 2 (2022-01-10), close');
  });

  it('keeps other errors as defects, with the place', () => {
    const thrown = problem(() => {
      throw new Error('a bug');
    });
    expect(thrown.code).toBe('defect');
    expect(thrown.where).toContain('tick 0');
  });
});

const resume = (checkpoint: Uint8Array): SeedResult => end(run(market, { seed: '1', ticks: 40, checkpoint }));

function problemOf(act: () => unknown): StudioError {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof StudioError) return thrown;
    throw thrown;
  }
  throw new Error('nothing was thrown');
}
