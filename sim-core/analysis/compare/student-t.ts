import { abs, exp, log, sqrt } from '../../kernel/math.ts';

/**
 * Quantile of Student's distribution with a whole number of degrees of freedom from 1, for 0.5 <= p < 1: the t that is
 * exceeded with probability 1 - p. By bisection of the distribution function, to 12 digits.
 */
export function studentQuantile(p: number, freedom: number): number {
  const outside = 2 * (1 - p);
  let high = 1;
  while (outsideProbability(high, freedom) > outside) high *= 2;
  let low = 0;
  for (let round = 0; round < 200 && high - low > 1e-12 * high; round++) {
    const middle = (low + high) / 2;
    if (outsideProbability(middle, freedom) > outside) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** P(|T| > t): the incomplete beta function I_x(freedom / 2, 1 / 2) at x = freedom / (freedom + t^2). */
function outsideProbability(t: number, freedom: number): number {
  if (t === 0) return 1;
  const x = freedom / (freedom + t * t);
  const a = freedom / 2;
  const b = 0.5;
  const front = sqrt(1 - x) * exp(a * log(x)) * betaReciprocal(freedom);
  // The continued fraction converges fast below the mean; above it the other tail is computed.
  return x < (a + 1) / (a + b + 2)
    ? (front * continuedFraction(x, a, b)) / a
    : 1 - (front * continuedFraction(1 - x, b, a)) / b;
}

/** 1 / B(n / 2, 1 / 2), from B(1/2, 1/2) = pi, B(1, 1/2) = 2 and B(a + 1, b) = B(a, b) a / (a + b). */
function betaReciprocal(n: number): number {
  let beta = n % 2 === 1 ? 3.141592653589793 : 2;
  for (let a = n % 2 === 1 ? 0.5 : 1; a < n / 2; a += 1) beta *= a / (a + 0.5);
  return 1 / beta;
}

const tiny = 1e-300;

/** The fraction of the incomplete beta function (NIST Digital Library of Mathematical Functions, 8.17.22), by Lentz's method. */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1;
  let d = safe(1 - ((a + b) * x) / (a + 1));
  d = 1 / d;
  let result = d;
  for (let m = 1; m < 1000; m++) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / safe(1 + even * d);
    c = safe(1 + even / c);
    result *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / safe(1 + odd * d);
    c = safe(1 + odd / c);
    result *= d * c;
    if (abs(d * c - 1) < 1e-15) break;
  }
  return result;
}

const safe = (value: number): number => (abs(value) < tiny ? tiny : value);
