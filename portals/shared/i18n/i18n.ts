import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { setFormatLocale } from '../ui/format';
import { firstWords } from './first-words';
import { fetchWords, keepLanguage, type Language, languageFor } from './words';

const wanted = new Set(firstWords);
let language: Language | undefined;

export function chooseLanguage(chosen: Language): Promise<void> {
  keepLanguage(chosen);
  return setLanguage(chosen);
}

async function add(to: Language, names: readonly string[]): Promise<void> {
  for (const [namespace, words] of await fetchWords(to, names)) i18next.addResourceBundle(to, namespace, words, true, true);
}

/** Brings words files by name; `screen`, `panel` and `withWords` do it together with the code that needs them. */
export async function loadWords(names: readonly string[]): Promise<void> {
  for (const name of names) wanted.add(name);
  // Before the start they are only fetched: it adds all that is wanted.
  if (!language) return void (await fetchWords(languageFor(), names));
  // While the language changes, the page is still in the one before.
  await Promise.all([...new Set([language, i18next.language as Language])].map((one) => add(one, names)));
}

async function setLanguage(chosen: Language): Promise<void> {
  language = chosen;
  await add(chosen, [...wanted]);
  document.documentElement.lang = chosen;
  setFormatLocale(chosen);
  await i18next.changeLanguage(chosen);
}

function missing(_: readonly string[], namespace: string, key: string): never {
  const name = namespace === 'portal' ? key.split('.')[0] : namespace;
  throw new Error(`No word ${namespace}:${key} here. Is '${name}' among the words this screen names in routes.tsx?`);
}

export async function startWords(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: languageFor(),
    fallbackLng: false,
    defaultNS: 'portal',
    resources: {},
    interpolation: { escapeValue: false },
    // While developing, a missing word stops the page; whoever uses the product reads the key.
    ...(import.meta.env.DEV ? { saveMissing: true, missingKeyHandler: missing } : {}),
  });
  await setLanguage(languageFor());
}

/** Takes the viewer's language once he is known. */
export const followViewer = (locale: string | null): Promise<void> => setLanguage(languageFor(locale));
