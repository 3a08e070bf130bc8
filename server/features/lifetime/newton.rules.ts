/** A function to be made small, and its slope there. */
export type Slope = (at: readonly number[]) => { value: number; gradient: number[] };

export interface Minimum {
  at: number[];
  value: number;
  /** Second derivatives there. */
  hessian: number[][];
  /** False where it was not reached: the slope is not level, or a coordinate ran away. */
  reached: boolean;
}

/** Called between evaluations, so that whoever else needs the processor gets it. */
export type Breathe = () => Promise<void>;

/** Coordinates are logarithms of parameters: one beyond e^±15 has no finite best value. */
const AWAY = 15;
const MOST_STEPS = 200;
/** A step moves no parameter by more than this factor’s logarithm. */
const LONGEST = 2;
const LEVEL = 1e-9;
const APART = 1e-4;

/** Newton’s method, damped as Levenberg and Marquardt do where the surface is not a bowl. Same input, same path. */
export async function minimise(slope: Slope, start: readonly number[], breathe: Breathe): Promise<Minimum> {
  let at = [...start];
  let here = slope(at);
  let hessian = await curvature(slope, at, breathe);
  let damping = 1e-3;
  for (let step = 0; step < MOST_STEPS; step++) {
    if (at.some((one) => Math.abs(one) > AWAY)) return { at, value: here.value, hessian, reached: false };
    const size = Math.max(...hessian.map((row, i) => Math.abs(row[i])), 1e-12);
    const move = solve(damped(hessian, damping * size), here.gradient);
    const longest = move && Math.max(...move.map(Math.abs));
    if (!move || !longest || !Number.isFinite(longest)) {
      if (longest === 0 || damping > 1e12) break;
      damping = Math.max(damping * 10, 1e-9);
      continue;
    }
    const scale = Math.min(1, LONGEST / longest);
    const next = at.map((one, i) => one - move[i] * scale);
    const there = slope(next);
    await breathe();
    if (!(there.value <= here.value)) {
      if (damping > 1e12) break;
      damping = Math.max(damping * 10, 1e-9);
      continue;
    }
    const settled = longest < 1e-10;
    at = next;
    here = there;
    damping = damping < 1e-9 ? 0 : damping / 10;
    hessian = await curvature(slope, at, breathe);
    if (settled) break;
  }
  const level = here.gradient.every((one) => Math.abs(one) <= LEVEL * Math.max(1, Math.abs(here.value)));
  return { at, value: here.value, hessian, reached: level };
}

/** Second derivatives, from slopes on both sides. */
async function curvature(slope: Slope, at: readonly number[], breathe: Breathe): Promise<number[][]> {
  const rows: number[][] = [];
  for (let i = 0; i < at.length; i++) {
    const moved = (by: number) => slope(at.map((one, j) => (j === i ? one + by : one))).gradient;
    const [up, down] = [moved(APART), moved(-APART)];
    rows.push(up.map((one, j) => (one - down[j]) / (2 * APART)));
    await breathe();
  }
  return rows.map((row, i) => row.map((one, j) => (one + rows[j][i]) / 2));
}

const damped = (matrix: readonly number[][], by: number): number[][] =>
  matrix.map((row, i) => row.map((one, j) => (i === j ? one + by : one)));

/** Cholesky’s factor; null where the matrix is not positive definite. */
function factor(matrix: readonly number[][]): number[][] | null {
  const lower = matrix.map((row) => row.map(() => 0));
  for (let i = 0; i < matrix.length; i++)
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i][j];
      for (let k = 0; k < j; k++) sum -= lower[i][k] * lower[j][k];
      if (i === j && !(sum > 0)) return null;
      lower[i][j] = i === j ? Math.sqrt(sum) : sum / lower[j][j];
    }
  return lower;
}

/** The x of matrix · x = right; null where the matrix is not positive definite. */
export function solve(matrix: readonly number[][], right: readonly number[]): number[] | null {
  const lower = factor(matrix);
  if (!lower) return null;
  const down: number[] = [];
  for (let i = 0; i < right.length; i++) {
    let sum = right[i];
    for (let k = 0; k < i; k++) sum -= lower[i][k] * down[k];
    down.push(sum / lower[i][i]);
  }
  const up = [...down];
  for (let i = right.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < right.length; k++) up[i] -= lower[k][i] * up[k];
    up[i] /= lower[i][i];
  }
  return up;
}

/** The inverse; null where the matrix is not positive definite. */
export function inverse(matrix: readonly number[][]): number[][] | null {
  const columns = matrix.map((_, i) =>
    solve(
      matrix,
      matrix.map((_, j) => (i === j ? 1 : 0)),
    ),
  );
  return columns.every((column) => column !== null) ? columns : null;
}
