import type { Locale } from '../core/words.js';

/** What the person typed is wrong; told in a line. */
export class UsageError extends Error {}

/** Of the person's terminal. */
export const terminalLocale = (): Locale => (/^fr/i.test(process.env.LC_ALL || process.env.LANG || '') ? 'fr' : 'en');
