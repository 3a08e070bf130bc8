import { signedInKey } from '../auth/signed-in';
import { firstWords } from '../i18n/first-words';
import { fetchWords, haveOwnWords, languageFor, type WordsFiles } from '../i18n/words';
import type { Portal } from '../theme/palette';
import type { PortalModule } from './portal';

/**
 * The first script of a page, and a small one. It knows the language, so the first words are on their way while the rest
 * still is. `load` imports what is behind the sign-in: at once, or when somebody is about to sign in.
 */
export async function begin(portal: Portal, own: WordsFiles, load: () => Promise<PortalModule>): Promise<void> {
  haveOwnWords(own);
  const entrance = import('./portal');
  const words = fetchWords(languageFor(), firstWords);
  if (localStorage.getItem(signedInKey))
    load().then(
      ({ prepare }) => prepare(),
      () => undefined,
    );
  const [{ startPortal }] = await Promise.all([entrance, words]);
  await startPortal(portal, load);
}
