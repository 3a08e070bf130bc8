import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { MembershipDialog } from './membership-dialog';
import { type Parts, partsOf } from './part-checks';

const AdminUpdateMembership = graphql(`
  mutation AdminUpdateMembership($input: UpdateMembershipInput!) {
    updateMembership(input: $input) { membership { id finance documents projects tickets } userErrors { path code message } }
  }
`);

type MembershipEditProps = { id: string; name: string; customer: string; sees: Parts; close: () => void };

/** Changes what a member sees of a customer. */
export default function MembershipEdit({ id, name, customer, sees, close }: MembershipEditProps) {
  const { t } = useTranslation();
  const { submit, pending } = useSubmit(AdminUpdateMembership, { fields: [] });
  const [now, change] = useState(partsOf(sees));
  async function send(): Promise<void> {
    if (!(await submit({ input: { id, ...now } }))) return;
    done(t('memberships.changed', { name }));
    close();
  }
  return (
    <MembershipDialog
      title={t('memberships.changeTitle', { name, customer })}
      sees={now}
      change={change}
      pending={pending}
      send={() => void send()}
      close={close}
    />
  );
}
