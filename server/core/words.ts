/** The languages the product speaks. French first. */
export type Locale = 'fr' | 'en';

export const DEFAULT_LOCALE: Locale = 'fr';

export const isLocale = (value: unknown): value is Locale => value === 'fr' || value === 'en';

type Entry = Record<Locale, string>;
export type Params = Record<string, string | number>;

const entries = new Map<string, Entry>();

/** Adds messages under stable codes. `{name}` in a text stands for a parameter. A code is said once. */
export function defineWords(words: Record<string, Entry>): void {
  for (const [code, entry] of Object.entries(words)) {
    const known = entries.get(code);
    if (known && (known.fr !== entry.fr || known.en !== entry.en)) throw new Error(`${code} is said twice`);
    entries.set(code, entry);
  }
}

export const hasWords = (code: string): boolean => entries.has(code);

/** The message for a code, in the viewer's language; the code itself where nobody gave it words. */
export function say(code: string, locale: Locale, params: Params = {}): string {
  const text = entries.get(code)?.[locale] ?? code;
  return text.replace(/\{(\w+)\}/g, (all, name: string) => (name in params ? String(params[name]) : all));
}

/** The first language of an Accept-Language header that the product speaks. */
export function localeOf(header: string | null | undefined): Locale {
  for (const part of (header ?? '').split(',')) {
    const language = part.trim().slice(0, 2).toLowerCase();
    if (isLocale(language)) return language;
  }
  return DEFAULT_LOCALE;
}

defineWords({
  UNAUTHENTICATED: { fr: 'Connectez-vous d’abord.', en: 'Sign in first.' },
  FORBIDDEN: { fr: 'Votre rôle ne le permet pas.', en: 'Your role does not allow this.' },
  READ_ONLY: {
    fr: 'Vous voyez Prisme comme quelqu’un d’autre, en lecture seule : rien ne peut être modifié.',
    en: 'You see Prisme as somebody else, read-only: nothing can be changed.',
  },
  SECOND_FACTOR_REQUIRED: {
    fr: 'Réglez d’abord votre double authentification.',
    en: 'Set up your second factor first.',
  },
  CSRF_HEADER: {
    fr: 'L’en-tête apollo-require-preflight manque : un cookie seul ne suffit pas.',
    en: 'The header apollo-require-preflight is missing: a cookie alone does not do.',
  },
  NOT_FOUND: { fr: 'Introuvable.', en: 'Not found.' },
  CONFLICT: {
    fr: 'Quelqu’un a modifié cette fiche entre-temps. Rechargez-la avant de recommencer.',
    en: 'Somebody changed this record in the meantime. Reload it, then try again.',
  },
  BAD_CURSOR: { fr: 'Ce curseur ne vient pas de cette liste.', en: 'Not a cursor of this list.' },
  BAD_PAGE_SIZE: { fr: 'Demandez de 0 à {most} éléments.', en: 'Ask for 0 to {most} items.' },
  BOTH_WAYS: { fr: 'Demandez `first` ou `last`, pas les deux.', en: 'Ask for `first` or `last`, not both.' },
  SERVICE_UNAVAILABLE: {
    fr: 'Le service est momentanément indisponible. Réessayez dans quelques secondes.',
    en: 'The service is unavailable for a moment. Try again in a few seconds.',
  },
  RATE_LIMITED: { fr: 'Trop d’essais. Réessayez dans {wait}.', en: 'Too many attempts. Try again in {wait}.' },
  QUERY_BUDGET: {
    fr: 'Trop de demandes à la fois. Réessayez dans {wait}.',
    en: 'Too many requests at once. Try again in {wait}.',
  },
  INTERNAL_SERVER_ERROR: { fr: 'Une erreur est survenue de notre côté.', en: 'Something went wrong on our side.' },
  INVALID: { fr: 'Valeur incorrecte.', en: 'Invalid value.' },
  BLANK: { fr: 'À remplir.', en: 'Fill this in.' },
  TOO_LONG: { fr: '{max} caractères au plus.', en: 'At most {max} characters.' },
  TOO_SHORT: { fr: '{min} caractères au moins.', en: 'At least {min} characters.' },
  TOO_SMALL: { fr: 'Au moins {min}.', en: 'At least {min}.' },
  TOO_LARGE: { fr: 'Au plus {max}.', en: 'At most {max}.' },
  TOO_MANY: { fr: '{max} au plus.', en: 'At most {max}.' },
  NOTHING: { fr: 'Au moins un.', en: 'At least one.' },
  INFECTED: {
    fr: 'Ce fichier contient un virus ({threat}) : il n’a pas été gardé.',
    en: 'This file holds a virus ({threat}): it was not kept.',
  },
  INVALID_EMAIL: { fr: 'Adresse e-mail incorrecte.', en: 'Not an e-mail address.' },
  INVALID_ID: { fr: 'Identifiant inconnu.', en: 'Unknown identifier.' },
  CONTROL_CHARACTER: { fr: 'Un caractère invisible s’y est glissé.', en: 'It holds an invisible character.' },
  TAKEN: { fr: 'Déjà utilisé.', en: 'Already in use.' },
  UNKNOWN: { fr: 'Introuvable.', en: 'Not found.' },
});
