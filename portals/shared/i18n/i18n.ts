import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setFormatLocale } from '../ui/format';

export type Words = { [key: string]: string | Words };
/** A portal's own words: French at once, English when it is asked for. */
export type PortalWords = { fr: Words; en: () => Promise<{ default: Words }> };
export type Language = 'fr' | 'en';

const chosenKey = 'prisme.language';
const french = import.meta.glob<Words>('./fr/*.json', { eager: true, import: 'default' });
const nameOf = (file: string) => file.replace(/^.*\/|\.json$/g, '');

let portalEnglish: PortalWords['en'] | undefined;

/** The language somebody picked here, then the viewer's, then the browser's. */
export function languageFor(viewerLocale?: string | null): Language {
  const wished = localStorage.getItem(chosenKey) ?? viewerLocale ?? navigator.language;
  return wished.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

export function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(chosenKey, language);
  return setLanguage(language);
}

async function addEnglish(): Promise<void> {
  if (i18next.hasResourceBundle('en', 'ui')) return;
  const [{ english }, own] = await Promise.all([import('./english'), portalEnglish?.()]);
  for (const [file, words] of Object.entries(english)) i18next.addResourceBundle('en', nameOf(file), words);
  if (own) i18next.addResourceBundle('en', 'portal', own.default);
}

async function setLanguage(language: Language): Promise<void> {
  if (language === 'en') await addEnglish();
  document.documentElement.lang = language;
  setFormatLocale(language);
  await i18next.changeLanguage(language);
}

export async function startWords(own: PortalWords): Promise<void> {
  portalEnglish = own.en;
  const words = Object.fromEntries(Object.entries(french).map(([file, content]) => [nameOf(file), content]));
  await i18next.use(initReactI18next).init({
    lng: 'fr',
    fallbackLng: 'fr',
    defaultNS: 'portal',
    resources: { fr: { ...words, portal: own.fr } },
    interpolation: { escapeValue: false },
  });
  await setLanguage(languageFor());
}

/** Takes the viewer's language once he is known. */
export const followViewer = (locale: string | null): Promise<void> => setLanguage(languageFor(locale));
