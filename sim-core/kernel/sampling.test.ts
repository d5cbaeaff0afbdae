import { describe, expect, it } from 'vitest';
import { finish as end } from '../../test/golden/finish.ts';
import { model } from '../contract/model.ts';
import type { SeedResult } from '../contract/run.ts';
import { digestOf } from './canonical.ts';
import { run } from './run.ts';
import { sampleTicks } from './sampling.ts';

/** A world that counts days; each group has the day times its place, from 1. */
const counting = (groups: readonly string[], value = (day: number) => day) =>
  model({
    id: 'counting',
    startDay: 0,
    tables: {},
    records: { here: { day: 0 } },
    steps: [
      {
        id: 'count',
        run: ({ here }) => {
          here.day += 1;
        },
      },
    ],
    metrics: [],
    breakdowns: [
      {
        id: 'days',
        title: 'Days',
        unit: 'day',
        definition: 'Days so far.',
        source: 'test',
        by: 'place',
        groups,
        gaps: 'it is early',
        read: ({ here }, out) => {
          for (let g = 0; g < out.length; g++) out[g] = value(here.day) * (g + 1);
        },
      },
    ],
  });

type Counting = ReturnType<typeof counting>;

const finish = (of: Counting, ticks: number, checkpoint?: Uint8Array): SeedResult =>
  end(run(of, { seed: '1', ticks, ...(checkpoint ? { checkpoint } : {}) }));

it.each([
  [0, []],
  [5, [4]],
  [30, [29]],
  [31, [29, 30]],
  [60, [29, 59]],
  [100, [29, 59, 89, 99]],
])('a run of %i days is sampled on %j', (ticks, sampled) => {
  expect(sampleTicks(ticks)).toEqual(sampled);
});

describe('samples', () => {
  it('hold all groups of the first, then of the next, after the steps of their day', () => {
    expect([...(finish(counting(['a', 'b']), 61).breakdowns[0] ?? [])]).toEqual([30, 60, 60, 120, 61, 122]);
  });

  it('are read on their days only', () => {
    const read: number[] = [];
    const counted = counting(['a'], (day) => {
      read.push(day);
      return day;
    });
    finish(counted, 65);
    expect(read).toEqual([30, 60, 65]);
  });

  it('are there again after a checkpoint at any tick', () => {
    const counted = counting(['a', 'b', 'c']);
    const whole = finish(counted, 65);
    const days = run(counted, { seed: '1', ticks: 65 });
    for (let next = days.next(); !next.done; next = days.next()) {
      const { done } = next.value;
      const resumed = finish(counted, 65, next.value.checkpoint());
      expect(resumed.digest, `after ${done} days`).toBe(whole.digest);
      expect(resumed.breakdowns).toEqual(whole.breakdowns);
    }
  });

  it('are part of the digest, with their names; a model without them has the digest it always had', () => {
    const { breakdowns: _, ...without } = counting(['a']);
    expect(finish(counting(['a']), 30).digest).not.toBe(finish(counting(['b']), 30).digest);
    expect(finish(counting(['a']), 30).digest).not.toBe(
      finish(
        counting(['a'], (day) => -day),
        30,
      ).digest,
    );
    expect(finish({ ...without, breakdowns: [] }, 30).digest).toBe(finish(without, 30).digest);
    // As it was before there were breakdowns.
    expect(finish(without, 30).digest).toBe(digestOf('{"metrics":[],"model":"counting","startDay":0}\n'));
  });

  it('may be missing where that is said, and are never infinite', () => {
    const missing = counting(['a'], () => Number.NaN);
    expect(finish(missing, 30).breakdowns[0]).toEqual(Float64Array.of(Number.NaN));
    const always = (missing.breakdowns ?? []).map(({ gaps: _, ...breakdown }) => breakdown);
    expect(() => finish({ ...missing, breakdowns: always }, 30)).toThrow('days of place a is NaN.');
    expect(() =>
      finish(
        counting(['a'], () => 1 / 0),
        30,
      ),
    ).toThrow('days of place a is Infinity.');
  });
});
