/** So many points within so many seconds. */
export interface Allowance {
  points: number;
  seconds: number;
}

/** For whom something is counted: the account that is tried, the address it comes from, the network around that, the person signed in. */
export type By = 'account' | 'address' | 'network' | 'viewer';

export const BYS: readonly By[] = ['account', 'address', 'network', 'viewer'];

/** What is allowed of one thing, for each of whom it is counted. Several allowances hold at once: the longer the trying, the longer the wait. */
export interface Limit {
  allowed: Partial<Record<By, readonly Allowance[]>>;
  /** What worked is given back, so that only failures count. */
  refunded?: boolean;
}

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/** `5/1m 20/1h`; `off` is none. Null: not of that form. */
export function readAllowances(text: string): Allowance[] | null {
  if (text.trim() === 'off') return [];
  const found = text
    .trim()
    .split(/\s+/)
    .map((one) => /^([1-9]\d{0,8})\/([1-9]\d{0,4})([smhd])$/.exec(one));
  if (found.some((one) => !one)) return null;
  return found.map((one) => ({ points: Number(one?.[1]), seconds: Number(one?.[2]) * UNITS[one?.[3] ?? 's'] }));
}
