import { ActionIcon, Menu } from '@mantine/core';
import { IconDots, IconMailForward, IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { done } from '../../shared/ui/notify';

const ResendInvitation = graphql(`
  mutation ResendInvitation($input: ResendInvitationInput!) {
    resendInvitation(input: $input) {
      invitation { id status sentAt expiresAt invitedBy { id name } viewerCan { resend revoke } }
      userErrors { path code message }
    }
  }
`);
const RevokeInvitation = graphql(`
  mutation RevokeInvitation($input: RevokeInvitationInput!) {
    revokeInvitation(input: $input) { invitation { id status viewerCan { resend revoke } } userErrors { path code message } }
  }
`);

type InvitationMenuProps = { id: string; email: string; can: { resend: boolean; revoke: boolean } };

/** What can be done with an invitation that nobody has answered; nothing where it is settled. */
export function InvitationMenu({ id, email, can }: InvitationMenuProps) {
  const { t } = useTranslation();
  const resending = useSubmit(ResendInvitation, { fields: [] });
  const revoking = useSubmit(RevokeInvitation, { fields: [] });
  if (!can.resend && !can.revoke) return null;
  const resend = async () => {
    if (await resending.submit({ input: { id } })) done(t('invitations.resent', { email }));
  };
  const revoke = async () => {
    const sure = await confirm({
      title: t('invitations.revokeTitle'),
      text: t('invitations.revokeText', { email }),
      action: t('invitations.revoke'),
      danger: true,
    });
    if (sure && (await revoking.submit({ input: { id } }))) done(t('invitations.revoked'));
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t('invitations.actions', { email })}
          loading={resending.pending || revoking.pending}
        >
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {can.resend && (
          <Menu.Item leftSection={<IconMailForward size={16} stroke={1.6} />} onClick={() => void resend()}>
            {t('invitations.resend')}
          </Menu.Item>
        )}
        {can.revoke && (
          <Menu.Item color="red" leftSection={<IconMailOff size={16} stroke={1.6} />} onClick={() => void revoke()}>
            {t('invitations.revoke')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
