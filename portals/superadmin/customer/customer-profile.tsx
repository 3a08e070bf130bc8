import { useQuery } from '@apollo/client/react';
import { ActionIcon, Badge, Button } from '@mantine/core';
import { IconMail, IconMapPin, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { phoneText } from '../../shared/customer/phone';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { date, siret } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Person } from '../../shared/ui/who';
import css from './customer-tabs.module.css';

const CustomerProfile = graphql(`
  query CustomerProfile($id: ID!) {
    customer(id: $id) {
      id reference kind name siret vatNumber email phone website tags createdAt updatedAt
      reseller { id name }
      manager { id name }
      contacts { id name position email phone primary }
      addresses { id kind street complement postalCode city country }
      viewerCan { update }
    }
  }
`);

const mapOf = (place: string) => `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;

/** Who they are: identity, people, places. */
export function CustomerProfileTab({ id, edit }: { id: string; edit: () => void }) {
  const { t } = useTranslation(['portal', 'customer']);
  const { data, error, refetch } = useQuery(CustomerProfile, { variables: { id } });
  const customer = data?.customer;
  if (error && !customer) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!customer) return <RowsSkeleton rows={5} columns={2} />;
  const none = t('customer.profile.none');
  const company = customer.kind === 'COMPANY';
  return (
    <div className={css.stack}>
      <Section
        title={t('customer.profile.identity')}
        action={
          customer.viewerCan.update && (
            <Button size="xs" variant="subtle" color="gray" onClick={edit}>
              {t('customer.edit')}
            </Button>
          )
        }
      >
        <Facts
          columns={3}
          items={[
            [t('customer:field.name'), customer.name],
            [t('customers.reference'), customer.reference],
            [t('customer:field.kind'), t(`customer:kind.${customer.kind}`)],
            ...(company
              ? ([
                  [t('customer:field.siret'), customer.siret ? siret(customer.siret) : none],
                  [t('customer.profile.siren'), customer.siret ? siret(customer.siret).slice(0, 11) : none],
                  [t('customer:field.vatNumber'), customer.vatNumber ?? none],
                ] as [string, string][])
              : []),
            [
              t('customer:field.email'),
              customer.email ? (
                <a key="email" className={css.link} href={`mailto:${customer.email}`}>
                  {customer.email}
                </a>
              ) : (
                none
              ),
            ],
            [
              t('customer:field.phone'),
              customer.phone ? (
                <a key="phone" className={css.link} href={`tel:${customer.phone}`}>
                  {phoneText(customer.phone)}
                </a>
              ) : (
                none
              ),
            ],
            [
              t('customer:field.website'),
              customer.website ? (
                <a key="website" className={css.link} href={customer.website} target="_blank" rel="noreferrer">
                  {customer.website.replace(/^https?:\/\//, '')}
                </a>
              ) : (
                none
              ),
            ],
            [t('customer:field.manager'), customer.manager?.name ?? t('customer.profile.nobody')],
            [t('customer:field.reseller'), customer.reseller?.name ?? t('customer.profile.direct')],
            [t('customer.profile.since'), date(customer.createdAt)],
            [t('customer:field.tags'), customer.tags?.length ? customer.tags.map((tag) => `#${tag}`).join(' ') : none],
            [t('customer.profile.changed'), date(customer.updatedAt)],
          ]}
        />
      </Section>
      <div className={css.grid}>
        <Section title={t('customer.profile.contacts')} count={customer.contacts.length}>
          {!customer.contacts.length && <p className={css.empty}>{t('customer.profile.noContact')}</p>}
          <ul className={css.people}>
            {customer.contacts.map((contact) => (
              <li key={contact.id}>
                <span aria-hidden>
                  <Person name={contact.name} size={32} only />
                </span>
                <div className={css.who}>
                  <p className={css.name}>
                    {contact.name}
                    {contact.primary && <Badge variant="default">{t('customer.profile.primary')}</Badge>}
                  </p>
                  {contact.position && <p className={css.sub}>{contact.position}</p>}
                </div>
                {contact.email && (
                  <ActionIcon
                    component="a"
                    href={`mailto:${contact.email}`}
                    aria-label={t('customer.mailTo', { email: contact.email })}
                  >
                    <IconMail size={16} stroke={1.7} />
                  </ActionIcon>
                )}
                {contact.phone && (
                  <ActionIcon
                    component="a"
                    href={`tel:${contact.phone}`}
                    aria-label={t('customer.callTo', { phone: phoneText(contact.phone) })}
                  >
                    <IconPhone size={16} stroke={1.7} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('customer.profile.addresses')} count={customer.addresses.length}>
          {!customer.addresses.length && <p className={css.empty}>{t('customer.profile.noAddress')}</p>}
          <ul className={css.people}>
            {customer.addresses.map((address) => {
              const town = `${address.postalCode} ${address.city}`;
              return (
                <li key={address.id}>
                  <div className={css.who}>
                    <p className={css.name}>{[address.street, address.complement].filter(Boolean).join(', ')}</p>
                    <p className={css.sub}>
                      {town}
                      {address.country !== 'FR' && `, ${address.country}`}
                      {' · '}
                      {t(`customer.addressKind.${address.kind}`)}
                    </p>
                  </div>
                  <ActionIcon
                    component="a"
                    href={mapOf(`${address.street}, ${town}`)}
                    target="_blank"
                    rel="noreferrer"
                    aria-label={t('customer.profile.map', { place: `${address.street}, ${address.city}` })}
                  >
                    <IconMapPin size={16} stroke={1.7} />
                  </ActionIcon>
                </li>
              );
            })}
          </ul>
        </Section>
      </div>
    </div>
  );
}
