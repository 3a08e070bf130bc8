import type { Locale } from '../../core/words.js';

/** What a variable stands for, and what it could be, in each language. */
interface Variable {
  label: Record<Locale, string>;
  example: Record<Locale, string>;
}

const both = (text: string): Record<Locale, string> => ({ fr: text, en: text });

export const emailVariables = {
  'customer.name': { label: { fr: 'Nom du client', en: 'Name of the customer' }, example: both('Transports Kervella') },
  'customer.reference': { label: { fr: 'Référence du client', en: 'Reference of the customer' }, example: both('C-00042') },
  'recipient.name': { label: { fr: 'Nom du destinataire', en: 'Name of the recipient' }, example: both('Maëlle Kervella') },
  'sender.name': { label: { fr: 'Votre nom', en: 'Your name' }, example: both('Claire Aubry') },
  date: { label: { fr: 'Date du jour', en: 'Today’s date' }, example: { fr: '14 mars 2026', en: '14 March 2026' } },
} as const satisfies Record<string, Variable>;

export type VariableName = keyof typeof emailVariables;
export type Values = Record<VariableName, string>;

const PLACE = /\{\{([^{}]*)\}\}/g;

const isVariable = (name: string): name is VariableName => Object.hasOwn(emailVariables, name);

/** What stands between double braces and is no variable of ours, each once. */
export function unknownIn(...texts: readonly string[]): string[] {
  const named = texts.flatMap((text) => [...text.matchAll(PLACE)].map(([place, name]) => name.trim() || place));
  return [...new Set(named)].filter((name) => !isVariable(name));
}

/** The text with values for variables; once, so that a value that looks like a variable stays what it is. */
export const filled = (text: string, values: Values): string =>
  text.replace(PLACE, (all, name: string) => {
    const variable = name.trim();
    return isVariable(variable) ? values[variable] : all;
  });

export const examplesIn = (locale: Locale): Values =>
  Object.fromEntries(Object.entries(emailVariables).map(([name, { example }]) => [name, example[locale]])) as Values;

/** Paragraphs are parted by blank lines. */
export const paragraphsOf = (text: string): string[] =>
  text
    .replace(/\r\n?/g, '\n')
    .split(/\n[ \t]*\n+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean);
