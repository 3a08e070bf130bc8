import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import {
  IconArrowMerge,
  IconBriefcase,
  IconChevronDown,
  IconCopy,
  IconDots,
  IconFileInvoice,
  IconFileUpload,
  IconMail,
  IconNote,
  IconPencil,
  IconPhone,
  IconPlus,
  IconTrash,
  IconUserCheck,
  IconUserOff,
  IconUsersGroup,
} from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { panel } from '../../shared/frame/screen';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { confirm } from '../../shared/ui/confirm';
import { phoneText } from '../../shared/ui/format';
import { useCustomerBulk } from './use-customer-bulk';

const CustomerActions_customer = graphql(`
  fragment CustomerActions_customer on Customer {
    id name status email phone
    viewerCan { update changeStatus duplicate merge delete sendEmail addActivity uploadDocument createInvoice createProject }
  }
`);

const EmailComposer = panel(() => import('../email/email-composer'), 'activity', 'emails');
const Duplicate = panel(() => import('./customer-duplicate'));
const MergeWith = panel(() => import('../duplicate/merge-with'), 'customer', 'duplicates');
const Delete = panel(() => import('./customer-delete'));

/** What may be done with a customer, by the abilities the server gives. */
export function CustomerActions(props: { customer: FragmentType<typeof CustomerActions_customer>; edit: () => void }) {
  const { t } = useTranslation();
  const { set } = useUrlState();
  const { id, name, status, email, phone, viewerCan } = readFragment(CustomerActions_customer, props.customer);
  const [open, setOpen] = useState<'email' | 'duplicate' | 'merge' | 'delete' | null>(null);
  const close = () => setOpen(null);
  const { setStatus } = useCustomerBulk();
  const to = status === 'ACTIVE' ? 'INACTIVE' : 'ACTIVE';
  const switchStatus = async () => {
    const question = {
      title: t(`customer.switch.${to}`, { name }),
      text: t(`customer.switchText.${to}`),
      action: t(to === 'ACTIVE' ? 'customers.activate' : 'customers.deactivate'),
    };
    if (await confirm(question)) await setStatus([id], to);
  };
  const write = (kind: string) => set({ tab: 'activity', group: null, write: kind });
  const kinds = [
    ['NOTE', IconNote],
    ['CALL', IconPhone],
    ['EMAIL', IconMail],
    ['MEETING', IconUsersGroup],
  ] as const;

  return (
    <>
      {viewerCan.sendEmail && (
        <Tooltip label={t('customer.mail')}>
          <ActionIcon variant="default" aria-label={t('customer.mail')} onClick={() => setOpen('email')}>
            <IconMail size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      <Suspense>
        {open === 'email' && <EmailComposer customerId={id} close={close} />}
        {open === 'duplicate' && <Duplicate id={id} name={name} close={close} />}
        {open === 'merge' && <MergeWith id={id} close={close} />}
        {open === 'delete' && <Delete id={id} name={name} close={close} />}
      </Suspense>
      {email && !viewerCan.sendEmail && (
        <Tooltip label={t('customer.mail')}>
          <ActionIcon component="a" href={`mailto:${email}`} variant="default" aria-label={t('customer.mailTo', { email })}>
            <IconMail size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      {phone && (
        <Tooltip label={t('customer.call')}>
          <ActionIcon
            component="a"
            href={`tel:${phone}`}
            variant="default"
            aria-label={t('customer.callTo', { phone: phoneText(phone) })}
          >
            <IconPhone size={16} stroke={1.7} />
          </ActionIcon>
        </Tooltip>
      )}
      {(viewerCan.update || viewerCan.changeStatus || viewerCan.duplicate || viewerCan.merge || viewerCan.delete) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon variant="default" aria-label={t('customer.more')}>
              <IconDots size={16} stroke={1.7} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            {viewerCan.update && (
              <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={props.edit}>
                {t('customer.edit')}
              </Menu.Item>
            )}
            {viewerCan.changeStatus && (
              <Menu.Item
                leftSection={to === 'ACTIVE' ? <IconUserCheck size={16} stroke={1.6} /> : <IconUserOff size={16} stroke={1.6} />}
                onClick={() => void switchStatus()}
              >
                {t(to === 'ACTIVE' ? 'customers.activate' : 'customers.deactivate')}
              </Menu.Item>
            )}
            {viewerCan.duplicate && (
              <Menu.Item leftSection={<IconCopy size={16} stroke={1.6} />} onClick={() => setOpen('duplicate')}>
                {t('customer.duplicate.open')}
              </Menu.Item>
            )}
            {viewerCan.merge && (
              <Menu.Item leftSection={<IconArrowMerge size={16} stroke={1.6} />} onClick={() => setOpen('merge')}>
                {t('customer.mergeWith')}
              </Menu.Item>
            )}
            {viewerCan.delete && (
              <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => setOpen('delete')}>
                {t('customer.delete.open')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      {(viewerCan.addActivity || viewerCan.uploadDocument || viewerCan.createInvoice || viewerCan.createProject) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button leftSection={<IconPlus size={15} stroke={2} />} rightSection={<IconChevronDown size={14} stroke={2} />}>
              {t('customer.add')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {viewerCan.addActivity &&
              kinds.map(([kind, Glyph]) => (
                <Menu.Item key={kind} leftSection={<Glyph size={16} stroke={1.6} />} onClick={() => write(kind)}>
                  {t(`customer.write.${kind}`)}
                </Menu.Item>
              ))}
            {viewerCan.uploadDocument && (
              <Menu.Item
                leftSection={<IconFileUpload size={16} stroke={1.6} />}
                onClick={() => set({ tab: 'documents', write: null })}
              >
                {t('customer.write.DOCUMENT')}
              </Menu.Item>
            )}
            {viewerCan.createInvoice && (
              <Menu.Item
                component={Link}
                to={`/invoices/new?customer=${id}`}
                leftSection={<IconFileInvoice size={16} stroke={1.6} />}
              >
                {t('customer.write.INVOICE')}
              </Menu.Item>
            )}
            {viewerCan.createProject && (
              <Menu.Item
                component={Link}
                to={`/projects/new?customer=${id}`}
                leftSection={<IconBriefcase size={16} stroke={1.6} />}
              >
                {t('customer.write.PROJECT')}
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      )}
    </>
  );
}
