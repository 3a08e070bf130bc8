import { dayAfter, parisDay } from '../ui/paris';

const dayMs = 86_400_000;

/** The day so many days from today, in Paris. */
export const dayIn = (days: number): string => dayAfter(parisDay(), days);

/** Whole days since an instant. */
export const daysSince = (instant: string): number => Math.max(0, Math.floor((Date.now() - Date.parse(instant)) / dayMs));
