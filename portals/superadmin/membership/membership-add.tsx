import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerPicker } from '../../shared/customer/customer-picker';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { PersonPicker } from '../user/person-picker';
import { MembershipDialog } from './membership-dialog';
import { membershipReaders } from './membership-menu';
import { everyPart } from './part-checks';

const AdminAddMembership = graphql(`
  mutation AdminAddMembership($input: AddMembershipInput!) {
    addMembership(input: $input) { membership { id user { id name } } userErrors { path code message } }
  }
`);

/** Gives an account access to a customer: whichever of the two is not known is picked. */
export default function MembershipAdd({ close, ...known }: { customerId?: string; userId?: string; close: () => void }) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath: errors } = useSubmit(AdminAddMembership, { fields: ['customerId', 'userId'] });
  const [sees, change] = useState(everyPart);
  const [userId, setUser] = useState(known.userId ?? null);
  const [customerId, setCustomer] = useState(known.customerId ?? null);
  const [needed, setNeeded] = useState(false);
  async function send(): Promise<void> {
    setNeeded(!userId || !customerId);
    if (!userId || !customerId) return;
    const payload = await submit({ input: { userId, customerId, ...sees } }, { refetchQueries: membershipReaders });
    if (!payload?.membership) return;
    done(t('memberships.added', { name: payload.membership.user.name }));
    close();
  }
  return (
    <MembershipDialog
      title={t('memberships.addTitle')}
      sees={sees}
      change={change}
      pending={pending}
      send={() => void send()}
      close={close}
    >
      {known.customerId ? (
        <PersonPicker
          label={t('memberships.account')}
          reach="CLIENT"
          value={userId}
          change={setUser}
          error={needed && !userId ? t('memberships.needAccount') : errors.userId}
        />
      ) : (
        <CustomerPicker
          required
          value={customerId}
          change={setCustomer}
          error={needed && !customerId ? t('memberships.needCustomer') : (errors.customerId ?? errors.userId)}
        />
      )}
    </MembershipDialog>
  );
}
