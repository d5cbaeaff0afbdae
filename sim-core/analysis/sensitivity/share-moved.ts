import type { Factor } from '../../contract/design.ts';
import { log } from '../../kernel/math.ts';
import { writtenAt } from '../designs/point-at.ts';

/**
 * What share of its range a factor goes through between two coordinates, below zero downwards. Whole numbers and lists move in
 * steps: of two values, two thirds of the way is all of it. From one word to another is all of it too, since words have no order.
 */
export function shareMoved(factor: Factor, from: number, to: number): number {
  if ('values' in factor) {
    const { values } = factor;
    const inOrder = values.every((value) => !Number.isNaN(Number.parseFloat(value)));
    if (!inOrder) return to < from ? -1 : 1;
    const place = (coordinate: number): number => values.indexOf(writtenAt(factor, coordinate));
    return (place(to) - place(from)) / (values.length - 1);
  }
  if (factor.integer !== true) return to - from;
  const { min, max, scale } = factor;
  const on = (value: number): number => (scale === 'log' && min > 0 ? log(value) : value);
  const number = (coordinate: number): number => on(Number.parseFloat(writtenAt(factor, coordinate)));
  return (number(to) - number(from)) / (on(max) - on(min));
}
