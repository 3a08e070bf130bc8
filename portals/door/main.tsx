import { firstWords } from '../shared/i18n/first-words';
import { fetchWords, languageFor } from '../shared/i18n/words';

void fetchWords(languageFor(), firstWords);
const { start } = await (location.pathname === '/share' ? import('./shared-document') : import('./door'));
await start();
