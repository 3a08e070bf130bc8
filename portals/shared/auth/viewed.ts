import type { Portal } from '../theme/palette';

const keyOf = (portal: Portal) => `prisme.as.${portal}`;

/** As whom this tab shows the portal: `?as=` said so when it was opened, and the tab remembers. The id opens nothing by itself. */
export function viewedIn(portal: Portal): string | null {
  const asked = new URLSearchParams(location.search).get('as');
  if (asked) sessionStorage.setItem(keyOf(portal), asked);
  return sessionStorage.getItem(keyOf(portal));
}

export const forgetViewed = (portal: Portal): void => sessionStorage.removeItem(keyOf(portal));
