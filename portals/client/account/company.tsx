import { Button } from '@mantine/core';
import { IconMail, IconUsers } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { Empty } from '../../shared/ui/empty';
import { phoneText, siret } from '../../shared/ui/format';
import { WithRail } from '../../shared/ui/page';
import { Facts, Section } from '../../shared/ui/section';
import { Person } from '../../shared/ui/who';
import css from './account.module.css';

const Company_customer = graphql(`
  fragment Company_customer on Customer {
    id kind name siret vatNumber email phone website
    addresses { id kind street complement postalCode city country }
    contacts { id name position email phone primary }
    manager { id name }
  }
`);

const nothing = '—';

/** Read only: changes go through the person who looks after them. */
export function Company(props: { customer: FragmentType<typeof Company_customer> }) {
  const { t } = useTranslation();
  const customer = readFragment(Company_customer, props.customer);
  const { contacts, addresses, manager } = customer;
  return (
    <WithRail
      rail={
        manager && (
          <Section plain title={t('account.manager')}>
            <div className={css.manager}>
              <Person name={manager.name} size={40} only />
              <div>
                <p className={css.name}>{manager.name}</p>
                <p className={css.sub}>{t('account.managerText')}</p>
              </div>
            </div>
          </Section>
        )
      }
    >
      <Section title={t('account.identity')}>
        <Facts
          columns={3}
          items={[
            [t('account.name'), customer.name],
            [t('account.siret'), customer.siret ? siret(customer.siret) : nothing],
            [t('account.vatNumber'), customer.vatNumber ?? nothing],
            [t('account.email'), customer.email ?? nothing],
            [t('account.phone'), customer.phone ? phoneText(customer.phone) : nothing],
            [t('account.website'), customer.website ?? nothing],
          ]}
        />
      </Section>
      <Section title={t('account.addresses')} count={addresses.length}>
        <Facts
          columns={3}
          items={addresses.map((address) => [
            t(`account.address.${address.kind}`),
            <span key={address.id} className={css.lines}>
              {[address.street, address.complement, `${address.postalCode} ${address.city}`].filter(Boolean).join('\n')}
            </span>,
          ])}
        />
      </Section>
      <Section title={t('account.contacts')} count={contacts.length}>
        {!contacts.length && (
          <Empty icon={IconUsers} title={t('account.noContacts')}>
            {t('account.noContactsText')}
          </Empty>
        )}
        <ul className={css.contacts}>
          {contacts.map((contact) => (
            <li key={contact.id}>
              <Person name={contact.name} size={32} only />
              <div className={css.main}>
                <p className={css.name}>{contact.name}</p>
                <p className={css.sub}>
                  {[contact.position, contact.primary && t('account.primary'), contact.phone && phoneText(contact.phone)]
                    .filter(Boolean)
                    .join(', ')}
                </p>
              </div>
              {contact.email && (
                <Button
                  component="a"
                  href={`mailto:${contact.email}`}
                  variant="subtle"
                  color="gray"
                  size="xs"
                  leftSection={<IconMail size={15} stroke={1.7} />}
                >
                  {contact.email}
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </WithRail>
  );
}
