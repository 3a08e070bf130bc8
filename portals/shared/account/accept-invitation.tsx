import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { portals } from '../theme/palette';
import { WayInAlert, type WayInProps } from './way-in';

const AcceptInvitationHere = graphql(`
  mutation AcceptInvitationHere($input: AcceptInvitationInput!) {
    acceptInvitation(input: $input) { viewer { id portals } userErrors { path code message } }
  }
`);

/** Adds the role to the account that is signed in, and goes in. */
export function AcceptInvitation({ portal, token }: Pick<WayInProps, 'portal'> & { token: string }) {
  const { t } = useTranslation('way-in');
  const { submit, pending, errorsByPath } = useSubmit(AcceptInvitationHere, { fields: ['token'] });
  const accept = async () => {
    if (await submit({ input: { token } })) location.replace(`/${portal}/`);
  };
  return (
    <>
      {errorsByPath.token && <WayInAlert>{errorsByPath.token}</WayInAlert>}
      <Button color={portals[portal].color} loading={pending} onClick={() => void accept()}>
        {t('invitation.accept')}
      </Button>
    </>
  );
}
