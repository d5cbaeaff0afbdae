import { describe, expect, it } from 'vitest';
import { totalOver, valueOn } from './series.ts';

const steps = { days: [10, 20, 30], values: [1, 2, 5] };

describe('a step function', () => {
  it.each([
    [9, 1],
    [10, 1],
    [19, 1],
    [20, 2],
    [35, 5],
  ])('is on day %d %d', (day, value) => {
    expect(valueOn(steps, day)).toBe(value);
  });

  it.each([
    [0, 40],
    [12, 12],
    [15, 21],
    [28, 60],
  ])('is added over days %d to %d as day by day', (from, to) => {
    let expected = 0;
    for (let day = from; day < to; day++) expected += valueOn(steps, day);
    expect(totalOver(steps, from, to)).toBe(expected);
  });
});
