import { firstWords } from '../shared/i18n/first-words';
import { fetchWords, languageFor } from '../shared/i18n/words';

void fetchWords(languageFor(), firstWords);
const { start } = await import('./door');
await start();
