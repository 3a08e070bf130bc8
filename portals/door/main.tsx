import { firstWords } from '../shared/i18n/first-words';
import { fetchWords, languageFor } from '../shared/i18n/words';

void fetchWords(languageFor(), firstWords);
const pages: Record<string, () => Promise<{ start(): Promise<void> }>> = {
  '/share': () => import('./shared-document'),
  '/my-data': () => import('./my-data'),
};
const { start } = await (pages[location.pathname] ?? (() => import('./door')))();
await start();
