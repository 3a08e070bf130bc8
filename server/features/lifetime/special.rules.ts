/** Functions that Math lacks, for positive arguments, to about 14 digits. */

const HALF_LOG_TAU = 0.5 * Math.log(2 * Math.PI);
/** From here on the asymptotic series are exact to the last digits. */
const FAR = 12;
/** Up to so many factors a product is shorter and more exact than a difference of two large numbers. */
const FEW = 64;

/** ln Γ(x), by Stirling's series (NIST DLMF 5.11.1) after moving x far enough. */
export function logGamma(x: number): number {
  let shift = 1;
  let at = x;
  for (; at < FAR; at++) shift *= at;
  const inverse = 1 / (at * at);
  const series = 1 / 12 - inverse * (1 / 360 - inverse * (1 / 1260 - inverse * (1 / 1680 - inverse / 1188)));
  return (at - 0.5) * Math.log(at) - at + HALF_LOG_TAU + series / at - Math.log(shift);
}

/** ψ(x), the derivative of ln Γ (NIST DLMF 5.11.2). */
export function digamma(x: number): number {
  let shift = 0;
  let at = x;
  for (; at < FAR; at++) shift += 1 / at;
  const inverse = 1 / (at * at);
  const series =
    inverse *
    (1 / 12 - inverse * (1 / 120 - inverse * (1 / 252 - inverse * (1 / 240 - inverse * (1 / 132 - (inverse * 691) / 32760)))));
  return Math.log(at) - 0.5 / at - series - shift;
}

/** ln Γ(x + n) − ln Γ(x) for a whole n ≥ 0, exact also where both are large. */
export function logRising(x: number, n: number): number {
  if (n > FEW) return logGamma(x + n) - logGamma(x);
  let sum = 0;
  for (let k = 0; k < n; k++) sum += Math.log(x + k);
  return sum;
}

/** ψ(x + n) − ψ(x) for a whole n ≥ 0. */
export function digammaRising(x: number, n: number): number {
  if (n > FEW) return digamma(x + n) - digamma(x);
  let sum = 0;
  for (let k = 0; k < n; k++) sum += 1 / (x + k);
  return sum;
}

/** Near the edge of its circle a series takes many terms; one that takes more is as good as it gets. */
const MOST_TERMS = 5_000_000;

/**
 * c·(₂F₁(a, b; c; z) − 1) / b, with c > −1 and 0 ≤ z < 1: Gauss's series (NIST DLMF 15.2.1) without its first term. Each of its terms
 * holds b and 1/c once, so that it has a value where either is 0.
 */
export function hypergeometricRest(a: number, b: number, c: number, z: number): number {
  let term = a * z;
  let sum = term;
  for (let n = 1; n < MOST_TERMS; n++) {
    // What is left is about a geometric series.
    if (Math.abs(term) <= Math.abs(sum) * 1e-16 * (1 - z)) break;
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z;
    sum += term;
  }
  return sum;
}
