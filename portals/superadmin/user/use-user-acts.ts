import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { done } from '../../shared/ui/notify';

const AdminSuspendUser = graphql(`
  mutation AdminSuspendUser($input: SuspendUserInput!) {
    suspendUser(input: $input) { user { id status openSessions viewerCan { viewAs } } userErrors { path code message } }
  }
`);
const AdminReactivateUser = graphql(`
  mutation AdminReactivateUser($input: ReactivateUserInput!) {
    reactivateUser(input: $input) { user { id status viewerCan { viewAs } } userErrors { path code message } }
  }
`);

type Who = { id: string; name: string };

/** Out at once, after a question; in again without one. */
export function useUserActs({ id, name }: Who) {
  const { t } = useTranslation();
  const suspending = useSubmit(AdminSuspendUser, { fields: [] });
  const reactivating = useSubmit(AdminReactivateUser, { fields: [] });
  async function suspend(): Promise<void> {
    const question = {
      title: t('users.suspendAsk', { name }),
      text: t('users.suspendText'),
      action: t('users.suspend'),
      danger: true,
    };
    if (!(await confirm(question))) return;
    if (await suspending.submit({ input: { id } }, { refetchQueries: ['AdminUsers'] })) done(t('users.suspended', { name }));
  }
  async function reactivate(): Promise<void> {
    if (await reactivating.submit({ input: { id } }, { refetchQueries: ['AdminUsers'] })) done(t('users.reactivated', { name }));
  }
  return { suspend, reactivate, pending: suspending.pending || reactivating.pending };
}
