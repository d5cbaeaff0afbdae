import seedrandom from 'seedrandom';
import type { Stream } from '../contract/random.ts';
import { imul, normalQuantile } from './math.ts';

/**
 * Uniform in [0, 1) with 32 random bits, from the 64 bits of a turn and an agent's id: multiply, key, and mix again. A
 * bijection of the agent for each turn, so a tick's numbers never repeat among agents. Uniformity and independence over
 * agents, ticks, draws and streams: `random.test.ts`.
 */
export function uniform(k0: number, k1: number, agent: number): number {
  let x = imul(agent ^ k0, 0x9e3779b1);
  x = imul((x ^ (x >>> 16)) + k1, 0x21f0aaad);
  x = imul(x ^ (x >>> 15), 0x735a2d97);
  return ((x ^ (x >>> 15)) >>> 0) * 2.3283064365386963e-10;
}

/** Half of what two neighbouring uniforms differ by: keeps a quantile away from 0 and 1. */
export const halfStep = 1.1641532182693481e-10;

/** Standard normal, for an agent of a turn. */
function normal(k0: number, k1: number, agent: number): number {
  return normalQuantile(uniform(k0, k1, agent) + halfStep);
}

/** The stream of one mechanism (or step) for one seed. Seed text becomes a 128-bit key through seedrandom. */
export function stream(seed: string, id: string): Stream {
  const generator = seedrandom(`${seed}\u0000${id}`);
  const [a, b, c, d] = [generator.int32(), generator.int32(), generator.int32(), generator.int32()];
  return new CounterStream(a, b, c, d);
}

class CounterStream implements Stream {
  k0 = 0;
  k1 = 0;
  readonly #a: number;
  readonly #b: number;
  readonly #c: number;
  readonly #d: number;

  constructor(a: number, b: number, c: number, d: number) {
    this.#a = a;
    this.#b = b;
    this.#c = c;
    this.#d = d;
  }

  turn(tick: number, draw: number): void {
    this.k0 = mix(mix(this.#a ^ tick) + imul(draw, 0x9e3779b1) + this.#b);
    this.k1 = mix(mix(this.#c ^ draw) + imul(tick, 0x85ebca6b) + this.#d);
  }

  uniform(agent: number): number {
    return uniform(this.k0, this.k1, agent);
  }

  normal(agent: number): number {
    return normal(this.k0, this.k1, agent);
  }
}

/** A bijection of 32 bits in which each input bit changes each output bit with probability one half. */
function mix(value: number): number {
  let x = value | 0;
  x = imul(x ^ (x >>> 16), 0x21f0aaad);
  x = imul(x ^ (x >>> 15), 0x735a2d97);
  return x ^ (x >>> 15);
}
