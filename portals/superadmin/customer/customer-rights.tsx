import { Alert, Button, Group } from '@mantine/core';
import { IconLock, IconPlus, IconUserShield } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { Empty } from '../../shared/ui/empty';
import { date } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { Timeline } from '../../shared/ui/timeline';
import { EraseDialog } from '../request/erase-dialog';
import { RequestNew } from '../request/request-new';
import { RequestState } from '../request/request-state';
import { HoldDialog } from './hold-dialog';

const CustomerRights_customer = graphql(`
  fragment CustomerRights_customer on Customer {
    id erasedAt
    dataSubjectRequests { id reference right status dueOn receivedOn person }
    legalHolds @include(if: $holds) { id reason placedAt liftedAt placedBy { id name } viewerCan { lift } }
    viewerCan { erase }
  }
`);
const LiftHold = graphql(`
  mutation LiftHold($input: LiftLegalHoldInput!) {
    liftLegalHold(input: $input) { legalHold { id liftedAt viewerCan { lift } } userErrors { path code message } }
  }
`);

/** What they asked about their data, what holds it, and the way to their erasure. */
export function RightsOfCustomer(props: { customer: FragmentType<typeof CustomerRights_customer> }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const customer = readFragment(CustomerRights_customer, props.customer);
  const { id } = customer;
  const [open, setOpen] = useState<'new' | 'erase' | 'hold'>();
  const lift = useSubmit(LiftHold);
  const close = () => setOpen(undefined);
  const requests = customer.dataSubjectRequests ?? [];
  const hold = customer.legalHolds?.find(({ liftedAt }) => !liftedAt);
  const liftIt = async (holdId: string) => {
    if (await lift.submit({ input: { id: holdId } })) done(t('requests.hold.lifted'));
  };
  return (
    <Section
      title={t('requests.ofCustomer')}
      count={requests.length}
      action={
        <Group gap="xs">
          {permissions.includes('legalHold.manage') && !hold && (
            <Button size="xs" variant="default" onClick={() => setOpen('hold')}>
              {t('requests.hold.open')}
            </Button>
          )}
          {customer.viewerCan.erase && (
            <Button size="xs" variant="default" onClick={() => setOpen('erase')}>
              {t('requests.erase.open')}
            </Button>
          )}
          <Button size="xs" leftSection={<IconPlus size={14} stroke={2} />} onClick={() => setOpen('new')}>
            {t('requests.new')}
          </Button>
        </Group>
      }
    >
      {customer.erasedAt && <p>{t('requests.erase.erasedOn', { date: date(customer.erasedAt) })}</p>}
      {hold && (
        <Alert color="yellow" icon={<IconLock size={18} stroke={1.7} />} title={t('requests.hold.held')} mb="sm">
          {hold.reason}
          {hold.viewerCan.lift && (
            <Group justify="flex-end">
              <Button size="xs" variant="default" loading={lift.pending} onClick={() => void liftIt(hold.id)}>
                {t('requests.hold.lift')}
              </Button>
            </Group>
          )}
        </Alert>
      )}
      {requests.length ? (
        <Timeline
          items={requests.map((request) => ({
            id: request.id,
            at: request.receivedOn,
            icon: IconUserShield,
            title: <Link to={`/requests/${request.id}`}>{t(`requests.rights.${request.right}`)}</Link>,
            detail: <RequestState quiet status={request.status} dueOn={request.dueOn} />,
            who: `${request.reference}, ${request.person}, ${t('requests.due', { date: date(request.dueOn) })}`,
          }))}
        />
      ) : (
        <Empty icon={IconUserShield} title={t('requests.noneHere')}>
          {t('requests.noneText')}
        </Empty>
      )}
      {open === 'new' && <RequestNew customerId={id} close={close} />}
      {open === 'erase' && <EraseDialog customerId={id} close={close} />}
      {open === 'hold' && <HoldDialog customerId={id} close={close} />}
    </Section>
  );
}
