import i18next from 'i18next';

/** France, from FR. */
export const regionName = (code: string): string =>
  new Intl.DisplayNames([i18next.language], { type: 'region' }).of(code) ?? code;
