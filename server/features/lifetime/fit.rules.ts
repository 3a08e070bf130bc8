import { type Breathe, inverse, minimise, type Slope } from './newton.rules.js';

/** Why there is no number. */
export type FitAbsence = 'TOO_FEW_CUSTOMERS' | 'TOO_FEW_REPEATERS' | 'NOT_IDENTIFIED';

interface Sample {
  customers: number;
  /** Those among them the model learns from: who came back. */
  repeaters: number;
}

/** A model fitted to a sample, or why it could not be. */
export type Fit<Parameters> = Sample &
  (
    | { parameters: Parameters; standardErrors: Parameters; logLikelihood: number; absence: null }
    | { parameters: null; absence: FitAbsence }
  );

/** Of the logarithm of a parameter. One that may as well be twenty times as large or as small (95 %) is not known. */
const VAGUEST = 1.5;

/** In a sample of this size there is one lowest point, and a second way there is only slow. */
const PLAIN = 5_000;

interface Lowest {
  at: number[];
  value: number;
  /** Standard errors of the logarithms, from the inverse of the second derivatives. */
  errors: number[];
}

/**
 * The lowest point found from several starts. Null where there is none to speak of: the surface falls for ever in some direction, or
 * is so flat there that a parameter could be nearly anything.
 */
export async function lowest(
  slope: Slope,
  starts: readonly (readonly number[])[],
  breathe: Breathe,
  sample: number,
): Promise<Lowest | null> {
  let best: Awaited<ReturnType<typeof minimise>> | null = null;
  for (const start of starts) {
    const found = await minimise(slope, start.map(Math.log), breathe);
    if (!best || found.value < best.value - 1e-9 || (found.reached && !best.reached && found.value <= best.value + 1e-6))
      best = found;
    if (best.reached && sample >= PLAIN) break;
  }
  if (!best?.reached) return null;
  const errors = inverse(best.hessian)?.map((row, i) => Math.sqrt(row[i]));
  if (!errors?.every((error) => error <= VAGUEST)) return null;
  return { at: best.at, value: best.value, errors };
}
