import { useTranslation } from 'react-i18next';
import SecureDialog from '../../shared/account/secure-dialog';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';

const AdminEndAllSessions = graphql(`
  mutation AdminEndAllSessions($input: EndAllSessionsInput!) {
    endAllSessions(input: $input) { ended userErrors { path code message } }
  }
`);

/** Everybody out, but the one who asks, here; their password says that they mean it. */
export function EndAllSessions({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(AdminEndAllSessions, { fields: ['password'] });
  return (
    <SecureDialog
      title={t('users.endAllAsk')}
      text={t('users.endAllText')}
      action={t('users.endAll')}
      danger
      fields={['password']}
      errors={errorsByPath}
      pending={pending}
      send={async ({ password }) => {
        const payload = await submit({ input: { password } });
        if (!payload) return;
        done(t('users.allEnded', { count: payload.ended ?? 0 }));
        close();
      }}
      close={close}
    />
  );
}
