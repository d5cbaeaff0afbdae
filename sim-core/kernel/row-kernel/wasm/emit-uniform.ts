import type { Code } from './code.ts';
import { fourTimes, type Pool } from './pool.ts';

/** Locals that the luck of a pass needs: made in front of its loop. */
export interface Luck {
  readonly factors: readonly [number, number, number];
  /** 2^-32, twice. */
  readonly step: number;
  readonly keys: ReadonlyMap<string, readonly [number, number]>;
}

/** Reads keys and factors; `draws` are places of the keys in what the pass is told. */
export function luckBefore(
  code: Code,
  pool: Pool,
  told: number,
  draws: Readonly<Record<string, number>>,
): Luck {
  const factor = (value: number): number => pool.integers(code, told, fourTimes(value));
  const key = (place: number): number =>
    code.get(told).reach('i32.load', place).vector('i32x4.splat').keep('v128');
  const keys = Object.entries(draws).map(([name, place]) => [name, [key(place), key(place + 4)]] as const);
  return {
    factors: [factor(0x9e3779b1), factor(0x21f0aaad), factor(0x735a2d97)],
    step: pool.number(code, told, 2.3283064365386963e-10),
    keys: new Map(keys),
  };
}

/** `uniform` of the kernel's luck (random.ts) for four agents: the 32 random bits of each, in a new local. */
export function emitUniform(code: Code, { factors, keys }: Luck, draw: string, agents: number): number {
  const [k0, k1] = keys.get(draw) ?? [0, 0];
  const mixed = (bits: number): Code => {
    const x = code.keep('v128');
    return code.get(x).get(x).integer(bits).vector('i32x4.shr_u').vector('v128.xor');
  };
  code.get(agents).get(k0).vector('v128.xor').get(factors[0]).vector('i32x4.mul');
  mixed(16).get(k1).vector('i32x4.add').get(factors[1]).vector('i32x4.mul');
  mixed(15).get(factors[2]).vector('i32x4.mul');
  return mixed(15).keep('v128');
}
