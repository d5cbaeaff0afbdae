/**
 * The only door to `Math` in the engine. IEEE 754 fixes + - * / and square root to the last bit, so what is built from
 * them alone is the same everywhere; the platform's exp, log, pow and sin are not, and are not exported.
 */
export const { abs, floor, imul, max, min, sqrt } = Math;
const { round, trunc } = Math;

const bits = new Float64Array(1);
const words = new Int32Array(bits.buffer);
/** Index of the word with sign and exponent: 1 on every little-endian machine. */
bits[0] = 1;
const high = words[1] === 0x3ff00000 ? 1 : 0;

const ln2High = 0.693147180369123816; // its last 32 bits are zero, so that k * ln2High is exact for |k| < 2048
const ln2Low = 1.9082149292705877e-10;
const splitter = 134_217_729; // 2^27 + 1: halves a significand (Veltkamp)

/** Powers of two by exponent, -1074 .. 1023, by exact doubling. */
const powersOfTwo = new Float64Array(2098);
for (let i = 0, p = 5e-324; i < powersOfTwo.length; i++, p *= 2) powersOfTwo[i] = p;

/** e^x within 1 unit in the last place (measured: 0.51 for normal results). */
export function exp(x: number): number {
  return expSum(x, 0);
}

/** e^(x + low), `low` a correction far smaller than x. */
function expSum(x: number, low: number): number {
  if (x !== x) return x;
  if (x > 709.782712893384) return Infinity;
  if (x < -745.2) return 0;
  const k = round(x * 1.4426950408889634);
  const rHigh = x - k * ln2High;
  const rLow = low - k * ln2Low;
  const r = rHigh + rLow;
  const error = rHigh - r + rLow;
  const tail = exponentialTail(r);
  const y = 1 + (r + (tail + error * (1 + r)));
  // In two steps, so that a result below 2^-1022 is rounded once and 2^1024 is never formed.
  const half = trunc(k / 2);
  return y * powersOfTwo[half + 1074] * powersOfTwo[k - half + 1074];
}

/** Taylor series of e^r - 1 - r for |r| < 0.35: the first term left out is under 2^-60. */
function exponentialTail(r: number): number {
  return (
    r *
    r *
    (1 / 2 +
      r *
        (1 / 6 +
          r *
            (1 / 24 +
              r *
                (1 / 120 +
                  r *
                    (1 / 720 +
                      r *
                        (1 / 5040 +
                          r *
                            (1 / 40_320 +
                              r *
                                (1 / 362_880 +
                                  r *
                                    (1 / 3_628_800 +
                                      r *
                                        (1 / 39_916_800 +
                                          r *
                                            (1 / 479_001_600 +
                                              r * (1 / 6_227_020_800 + r * (1 / 87_178_291_200)))))))))))))
  );
}

/** e^x - 1 within 2 units in the last place, also where x is so small that e^x rounds to 1. */
export function expm1(x: number): number {
  if (x !== x || x === 0) return x;
  if (x > 38) return exp(x); // the 1 is below half a unit in the last place
  if (x < -38) return -1;
  const k = round(x * 1.4426950408889634);
  const rHigh = x - k * ln2High;
  const rLow = -k * ln2Low;
  const r = rHigh + rLow;
  const error = rHigh - r + rLow;
  const rest = exponentialTail(r) + error * (1 + r);
  if (k === 0) return r + rest;
  const scale = powersOfTwo[k + 1074];
  // scale - 1 is exact; what is left of adding scale * r to it joins the small terms.
  const whole = scale - 1;
  const sum = whole + scale * r;
  const sumError = abs(whole) > abs(scale * r) ? whole - sum + scale * r : scale * r - sum + whole;
  return sum + (sumError + scale * rest);
}

/** Natural logarithm as an unevaluated sum: `logHigh` is returned, the rest left in `logLow`. */
let logLow = 0;
function logHigh(x: number): number {
  let k = 0;
  let m = x;
  if (m < 2.2250738585072014e-308) {
    m *= 18_014_398_509_481_984; // 2^54 makes a subnormal normal
    k = -54;
  }
  bits[0] = m;
  const word = words[high];
  k += (word >> 20) - 1023;
  words[high] = (word & 0xfffff) | 0x3ff00000;
  m = bits[0];
  if (m > 1.4142135623730951) {
    m *= 0.5;
    k += 1;
  }
  // log m = 2 artanh(s), s = (m - 1) / (m + 1); s as a sum sHigh + sLow.
  const f = m - 1;
  const d = m + 1;
  const dError = m - (d - 1);
  const s = f / d;
  const sLow = (f - productHigh(s, d) - productLow - s * dError) / d;
  const z = s * s;
  const tail =
    s *
    z *
    (2 / 3 +
      z *
        (2 / 5 +
          z *
            (2 / 7 +
              z *
                (2 / 9 +
                  z *
                    (2 / 11 +
                      z *
                        (2 / 13 +
                          z * (2 / 15 + z * (2 / 17 + z * (2 / 19 + z * (2 / 21 + z * (2 / 23)))))))))));
  const a = k * ln2High;
  const b = 2 * s;
  const sum = a + b;
  const sumError = abs(a) > abs(b) ? a - sum + b : b - sum + a;
  const rest = sumError + (2 * sLow + tail + k * ln2Low);
  const result = sum + rest;
  logLow = sum - result + rest;
  return result;
}

/** a * b rounded; the rounding error is left in `productLow` (Dekker). */
let productLow = 0;
function productHigh(a: number, b: number): number {
  const p = a * b;
  const aBig = a * splitter;
  const aHigh = aBig - (aBig - a);
  const aLow = a - aHigh;
  const bBig = b * splitter;
  const bHigh = bBig - (bBig - b);
  const bLow = b - bHigh;
  productLow = aHigh * bHigh - p + aHigh * bLow + aLow * bHigh + aLow * bLow;
  return p;
}

/** Natural logarithm within 1 unit in the last place; NaN below zero. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  return logHigh(x);
}

/** log(1 + x) for x > -1 within 2 units in the last place, also where 1 + x rounds to 1. */
export function log1p(x: number): number {
  const u = 1 + x;
  if (!(u > 0) || u === Infinity) return log(u);
  // What rounding 1 + x lost, to first order.
  const lost = abs(x) > 1 ? 1 - (u - x) : x - (u - 1);
  return u === 1 ? x : log(u) + lost / u;
}

/** x^y for x >= 0 within 2 units in the last place; for x < 0 only where y is an integer, otherwise NaN. */
export function pow(x: number, y: number): number {
  if (y === 0 || x === 1) return 1;
  if (x !== x || y !== y) return NaN;
  if (x < 0) {
    if (trunc(y) !== y) return NaN;
    return trunc(y / 2) * 2 === y ? pow(-x, y) : -pow(-x, y);
  }
  if (x === 0) return y > 0 ? 0 : Infinity;
  if (x === Infinity) return y > 0 ? Infinity : 0;
  if (y === Infinity || y === -Infinity) return x > 1 === y > 0 ? Infinity : 0;
  const l = logHigh(x);
  const low = logLow;
  if (abs(y) > 1e300) return exp(y * l);
  const p = productHigh(y, l);
  return expSum(p, productLow + y * low);
}

/** Hyperbolic tangent within 4 units in the last place of 1. */
export function tanh(x: number): number {
  if (x > 20) return 1;
  if (x < -20) return -1;
  const e = exp(2 * x);
  return (e - 1) / (e + 1);
}

/**
 * Inverse of the standard normal distribution for 0 < p < 1, relative error under 1e-15.
 * Algorithm AS 241 (PPND16), M. J. Wichura, Applied Statistics 37 (1988) 477-484.
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (abs(q) <= 0.425) {
    const r = 0.180625 - q * q;
    return q * ratio(centralAbove, centralBelow, r);
  }
  const tail = sqrt(-log(q < 0 ? p : 1 - p));
  const value = tail <= 5 ? ratio(middleAbove, middleBelow, tail - 1.6) : ratio(farAbove, farBelow, tail - 5);
  return q < 0 ? -value : value;
}

/** Coefficients of AS 241, lowest power first. */
const centralAbove = [
  3.387132872796366608, 133.14166789178437745, 1971.5909503065514427, 13731.693765509461125,
  45921.953931549871457, 67265.770927008700853, 33430.575583588128105, 2509.0809287301226727,
];
const centralBelow = [
  1, 42.313330701600911252, 687.1870074920579083, 5394.1960214247511077, 21213.794301586595867,
  39307.89580009271061, 28729.085735721942674, 5226.495278852854561,
];
const middleAbove = [
  1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055, 3.64784832476320460504,
  1.27045825245236838258, 0.24178072517745061177, 0.0227238449892691845833, 7.7454501427834140764e-4,
];
const middleBelow = [
  1, 2.05319162663775882187, 1.6763848301838038494, 0.68976733498510000455, 0.14810397642748007459,
  0.0151986665636164571966, 5.475938084995344946e-4, 1.05075007164441684324e-9,
];
const farAbove = [
  6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358, 0.29656057182850489123,
  0.026532189526576123093, 1.2426609473880784386e-3, 2.71155556874348757815e-5, 2.01033439929228813265e-7,
];
const farBelow = [
  1, 0.59983220655588793769, 0.13692988092273580531, 0.0148753612908506148525, 7.868691311456132591e-4,
  1.8463183175100546818e-5, 1.4215117583164458887e-7, 2.04426310338993978564e-15,
];

function ratio(above: readonly number[], below: readonly number[], x: number): number {
  let numerator = 0;
  let denominator = 0;
  for (let i = 7; i >= 0; i--) {
    numerator = numerator * x + above[i];
    denominator = denominator * x + below[i];
  }
  return numerator / denominator;
}

/** Weight of today in an exponential average over `days`: 2 / (days + 1). */
export function emaWeight(days: number): number {
  return 2 / (days + 1);
}

/** `value` held between `low` and `high`. */
export function clamp(value: number, low: number, high: number): number {
  return value < low ? low : value > high ? high : value;
}
