import type { Words } from './i18n';

export const english = import.meta.glob<Words>('./en/*.json', { eager: true, import: 'default' });
