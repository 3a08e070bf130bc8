export type Words = { [key: string]: string | Words };
export type Language = 'fr' | 'en';
/** The words files of a portal by path, as `import.meta.glob` answers them in its `main.tsx`. */
export type WordsFiles = Record<string, () => Promise<unknown>>;

const chosenKey = 'prisme.language';
const shared = import.meta.glob<Words>('./{fr,en}/*.json', { import: 'default' });
let own: WordsFiles = {};

/** The language somebody picked here, then the viewer's, then the browser's. */
export function languageFor(viewerLocale?: string | null): Language {
  const wished = localStorage.getItem(chosenKey) ?? viewerLocale ?? navigator.language;
  return wished.toLowerCase().startsWith('en') ? 'en' : 'fr';
}

export const keepLanguage = (language: Language): void => localStorage.setItem(chosenKey, language);

export function haveOwnWords(files: WordsFiles): void {
  own = files;
}

/**
 * The words files of these names with the namespace each belongs to: `invoice` is the shared file, asked by
 * `useTranslation('invoice')`, and the portal's own one, asked by `t('invoice.…')`, whichever there are.
 */
export function fetchWords(language: Language, names: readonly string[]): Promise<[namespace: string, Words][]> {
  const files = names.flatMap((name) => {
    const common = shared[`./${language}/${name}.json`];
    const portals = own[`./i18n/${language}/${name}.json`] as (() => Promise<Words>) | undefined;
    return [
      common?.().then((words): [string, Words] => [name, words]),
      portals?.().then((words): [string, Words] => ['portal', { [name]: words }]),
    ];
  });
  return Promise.all(files.filter((file) => file !== undefined));
}
