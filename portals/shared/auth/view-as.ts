import { graphql } from '../graphql/generated';
import { type Portal, portalNames } from '../theme/palette';
import { ask, currentSession, endView, enter, Refused, setToken } from './session';
import { forgetViewed } from './viewed';

const ViewAs = graphql(`
  mutation ViewAs($input: ViewAsInput!) { viewAs(input: $input) { accessToken userErrors { path code message } } }
`);
const ViewedViewer = graphql(`
  query ViewedViewer { viewer { id name email locale portals permissions secondFactorDue actor { id name until } } }
`);
const EndViewAs = graphql(`
  mutation EndViewAs { endViewAs { ok userErrors { path code message } } }
`);

/** From now on this page asks as that person, until the view is over. */
export async function startViewing(portal: Portal, userId: string): Promise<void> {
  try {
    const { viewAs } = await ask(ViewAs, { input: { userId } }, 'superadmin');
    if (!viewAs.accessToken) throw new Refused({ code: 'FORBIDDEN', message: viewAs.userErrors[0]?.message });
    setToken(viewAs.accessToken);
    const { viewer } = await ask(ViewedViewer, {});
    enter({ accessToken: viewAs.accessToken, viewer });
  } catch (error) {
    forgetViewed(portal);
    throw error;
  }
}

/** Ends it on the server too; the tab shows what it was opened from, were it opened anew. */
export async function stopViewing(): Promise<void> {
  await ask(EndViewAs, {}).catch(() => undefined);
  for (const portal of portalNames) forgetViewed(portal);
  const session = currentSession();
  const whom = session.state === 'signed-in' ? session.viewer.id : '';
  endView();
  location.assign(`/superadmin/users/${whom}`);
}
