import type { Stream } from '../../contract/random.ts';
import { abs, clamp, pow } from '../../kernel/math.ts';

/** How near children stay to their parents; the usual values for real variables (Deb et al. 2002). */
const crossoverIndex = 15;
const mutationIndex = 20;
const crossoverChance = 0.9;

/** Draws of one pair of children, by what they are for. */
const draws = { cross: 1, blend: 2, spread: 3, swap: 4, mutate: 5, step: 6 } as const;

/**
 * Two children of two points of the unit cube: simulated binary crossover (Deb and Agrawal 1995), then polynomial mutation of one
 * coordinate in `size` on average. Luck is counted by `turn`, so a pair's children depend on nothing else.
 */
export function children(
  first: readonly number[],
  second: readonly number[],
  luck: Stream,
  turn: number,
): readonly [number[], number[]] {
  const a = [...first];
  const b = [...second];
  const size = a.length;
  luck.turn(turn, draws.cross);
  const crosses = luck.uniform(0) < crossoverChance;
  for (let i = 0; i < size && crosses; i++) {
    const [x, y] = [first[i], second[i]];
    luck.turn(turn, draws.blend);
    if (luck.uniform(i) < 0.5) {
      luck.turn(turn, draws.spread);
      const beta = spread(luck.uniform(i));
      a[i] = clamp(0.5 * ((1 + beta) * x + (1 - beta) * y), 0, 1);
      b[i] = clamp(0.5 * ((1 - beta) * x + (1 + beta) * y), 0, 1);
    }
    // Each child takes some coordinates from either side: without this good coordinates of two parents never meet.
    luck.turn(turn, draws.swap);
    if (luck.uniform(i) < 0.5) [a[i], b[i]] = [b[i], a[i]];
  }
  mutate(a, luck, turn, 0);
  mutate(b, luck, turn, size);
  return [a, b];
}

function spread(u: number): number {
  return u <= 0.5 ? pow(2 * u, 1 / (crossoverIndex + 1)) : pow(1 / (2 * (1 - u)), 1 / (crossoverIndex + 1));
}

function mutate(point: number[], luck: Stream, turn: number, offset: number): void {
  for (let i = 0; i < point.length; i++) {
    luck.turn(turn, draws.mutate);
    if (luck.uniform(offset + i) >= 1 / point.length) continue;
    luck.turn(turn, draws.step);
    const u = luck.uniform(offset + i);
    // A step towards the nearer end is cut there; both sides are equally likely.
    const side = u < 0.5 ? -1 : 1;
    const size = 1 - pow(1 - abs(2 * u - 1), 1 / (mutationIndex + 1));
    point[i] = clamp(point[i] + side * size, 0, 1);
  }
}
