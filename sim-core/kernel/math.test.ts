import { describe, expect, it } from 'vitest';
import { exp, expm1, log, log1p, normalQuantile, pow, tanh } from './math.ts';

/** Fixed-point numbers with 260 bits after the point: reference values to 70 digits from integers alone. */
const one = 1n << 260n;

function fixed(x: number): bigint {
  let scaled = x;
  let shift = 260;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    shift -= 1;
  }
  return shift >= 0 ? BigInt(scaled) << BigInt(shift) : BigInt(scaled) >> BigInt(-shift);
}

function referenceExp(x: bigint): { value: bigint; power: number } {
  const k = Number(x / ln2);
  const r = x - BigInt(k) * ln2;
  let term = one;
  let total = one;
  for (let n = 1n; term !== 0n; n++) {
    term = (term * r) / one / n;
    total += term;
  }
  return { value: total, power: k };
}

/** 2 artanh((m - 1) / (m + 1)). */
function referenceLog(m: bigint): bigint {
  const s = ((m - one) * one) / (m + one);
  const z = (s * s) / one;
  let power = s;
  let total = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    total += power / n;
    power = (power * z) / one;
  }
  return 2n * total;
}

const ln2 = referenceLog(2n * one);

function logOf(x: number): bigint {
  let m = x;
  let k = 0;
  while (m > Math.SQRT2) {
    m /= 2;
    k += 1;
  }
  while (m < Math.SQRT1_2) {
    m *= 2;
    k -= 1;
  }
  return referenceLog(fixed(m)) + BigInt(k) * ln2;
}

/** e^x - 1 with the 1 taken off before anything is rounded. */
function referenceExpm1(x: number): bigint {
  const { value, power } = referenceExp(fixed(x));
  const whole = power >= 0 ? value << BigInt(power) : value >> BigInt(-power);
  return whole - one;
}

function referenceLog1p(x: number): bigint {
  let m = one + fixed(x);
  let k = 0;
  while (m > one + one / 2n) {
    m /= 2n;
    k += 1;
  }
  while (m < (one * 3n) / 4n) {
    m *= 2n;
    k -= 1;
  }
  return referenceLog(m) + BigInt(k) * ln2;
}

/** |got - true| in units of the last place of `got`. */
function ulps(got: number, truth: { value: bigint; power: number }): number {
  const exponent = Math.floor(Math.log2(Math.abs(got)));
  const ulp = 2 ** Math.max(exponent - 52, -1074);
  const scaled = fixed(got / 2 ** truth.power);
  const difference = Number(scaled - truth.value) / Number(one);
  return Math.abs(difference) / (ulp / 2 ** truth.power);
}

function samples(count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, (_, i) => low + ((i * 0.6180339887498949) % 1) * (high - low));
}

describe('exp, log, pow against integers of 260 bits', () => {
  it('exp is within 1 unit in the last place', () => {
    const worst = Math.max(
      ...[...samples(3000, -700, 700), ...samples(2000, -1, 1), 1e-9, -1e-17].map((x) =>
        ulps(exp(x), referenceExp(fixed(x))),
      ),
    );
    expect(worst).toBeLessThan(1);
  });

  it('log is within 1 unit in the last place', () => {
    const xs = [
      ...samples(2000, 0.5, 2),
      ...samples(1000, 1e-3, 1e9),
      ...samples(300, -200, 200).map((x) => 2 ** x),
    ];
    const worst = Math.max(
      ...xs.filter((x) => x !== 1).map((x) => ulps(log(x), { value: logOf(x), power: 0 })),
    );
    expect(worst).toBeLessThan(1);
  });

  it('pow is within 2 units in the last place', () => {
    const bases = samples(1500, 0.01, 30);
    const worst = Math.max(
      ...bases.map((x, i) => {
        const y = ((i * 0.7548776662466927) % 1) * 160 - 80;
        return ulps(pow(x, y), referenceExp((logOf(x) * fixed(y)) / one));
      }),
    );
    expect(worst).toBeLessThan(2);
  });

  it('expm1 is within 2 units in the last place, near zero too', () => {
    const xs = [
      ...samples(2000, -1, 1),
      ...samples(1000, -40, 40),
      ...samples(300, -300, -1).map((x) => 2 ** x),
      ...samples(300, -300, -1).map((x) => -(2 ** x)),
    ].filter((x) => x !== 0);
    const worst = Math.max(...xs.map((x) => ulps(expm1(x), { value: referenceExpm1(x), power: 0 })));
    expect(worst).toBeLessThan(2);
  });

  it('log1p is within 2 units in the last place, near zero too', () => {
    const xs = [
      ...samples(2000, -0.99, 3),
      ...samples(500, 0, 1e9),
      ...samples(300, -190, -1).map((x) => 2 ** x),
      ...samples(300, -190, -1).map((x) => -(2 ** x)),
    ].filter((x) => x !== 0);
    const worst = Math.max(...xs.map((x) => ulps(log1p(x), { value: referenceLog1p(x), power: 0 })));
    expect(worst).toBeLessThan(2);
  });

  it('knows its limits', () => {
    expect(exp(710)).toBe(Infinity);
    expect(exp(-746)).toBe(0);
    expect(exp(-745)).toBe(5e-324);
    expect(exp(NaN)).toBeNaN();
    expect(exp(0)).toBe(1);
    expect(log(0)).toBe(-Infinity);
    expect(log(-1)).toBeNaN();
    expect(log(1)).toBe(0);
    expect(log(5e-324)).toBeCloseTo(-744.4400719213812, 12);
    expect(pow(0.5, 1)).toBe(0.5);
    expect(pow(2, 10)).toBe(1024);
    expect(pow(-2, 3)).toBe(-8);
    expect(pow(-2, 0.5)).toBeNaN();
    expect(pow(0, 0)).toBe(1);
    expect(pow(0, -1)).toBe(Infinity);
    expect(expm1(0)).toBe(0);
    expect(expm1(-50)).toBe(-1);
    expect(expm1(710)).toBe(Infinity);
    expect(expm1(NaN)).toBeNaN();
    expect(log1p(-1)).toBe(-Infinity);
    expect(log1p(-2)).toBeNaN();
    expect(log1p(Infinity)).toBe(Infinity);
    expect(log1p(1e-300)).toBe(1e-300);
    expect(tanh(0.5)).toBeCloseTo(0.46211715726000975, 15);
    expect(tanh(-30)).toBe(-1);
  });
});

describe('normalQuantile', () => {
  it.each([
    [0.5, 0],
    [0.75, 0.6744897501960817],
    [0.95, 1.6448536269514727],
    [0.975, 1.959963984540054],
    [0.99, 2.3263478740408408],
    [0.999, 3.090232306167813],
    [1e-10, -6.361340902404056],
    [1e-20, -9.262340089798408],
  ])('of %f is %f', (p, expected) => {
    expect(Math.abs(normalQuantile(p) - expected)).toBeLessThanOrEqual(
      2e-15 * Math.max(1, Math.abs(expected)),
    );
  });
});
