import { useQuery } from '@apollo/client/react';
import { ActionIcon, Badge, Button } from '@mantine/core';
import { IconMail, IconMapPin, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Failure } from '../../shared/ui/failure';
import { date, siret } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Person } from '../../shared/ui/who';
import css from './customer.module.css';

const RevendeurCustomerProfile = graphql(`
  query RevendeurCustomerProfile($id: ID!) {
    customer(id: $id) {
      id reference kind name siret vatNumber email phone website createdAt updatedAt
      manager { id name }
      contacts { id name position email phone primary }
      addresses { id kind street complement postalCode city country }
      viewerCan { update }
    }
  }
`);

const mapOf = (place: string) => `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;

/** Who they are: identity, people, places. */
export function CustomerProfile({ id, edit }: { id: string; edit: () => void }) {
  const { t } = useTranslation(['portal', 'customer']);
  const { data, error, refetch } = useQuery(RevendeurCustomerProfile, { variables: { id } });
  const customer = data?.customer;
  if (error && !customer) return <Failure problem={problemOf(error)} retry={() => void refetch()} />;
  if (!customer) return <RowsSkeleton rows={5} columns={2} />;
  const none = '—';
  const link = (href: string, text: string) => (
    <a className={css.link} href={href}>
      {text}
    </a>
  );
  const legal: [string, string][] =
    customer.kind === 'COMPANY'
      ? [
          [t('customer:field.siret'), customer.siret ? siret(customer.siret) : none],
          [t('customer:field.vatNumber'), customer.vatNumber ?? none],
        ]
      : [];
  return (
    <div className={css.stack}>
      <Section
        title={t('customer.identity')}
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
            ...legal,
            [t('customer:field.email'), customer.email ? link(`mailto:${customer.email}`, customer.email) : none],
            [t('customer:field.phone'), customer.phone ? link(`tel:${customer.phone}`, customer.phone) : none],
            [
              t('customer:field.website'),
              customer.website ? link(customer.website, customer.website.replace(/^https?:\/\//, '')) : none,
            ],
            [t('customer:field.manager'), customer.manager?.name ?? none],
            [t('customer.since'), date(customer.createdAt)],
          ]}
        />
      </Section>
      <div className={css.grid}>
        <Section title={t('customer.contacts')} count={customer.contacts.length}>
          {customer.contacts.length === 0 && <p className={css.nothing}>{t('customer.noContact')}</p>}
          <ul className={css.people}>
            {customer.contacts.map(({ id: contactId, name, position, email, phone, primary }) => (
              <li key={contactId}>
                <span aria-hidden>
                  <Person name={name} size={32} only />
                </span>
                <div className={css.who}>
                  <p className={css.name}>
                    {name}
                    {primary && <Badge variant="default">{t('customer.primary')}</Badge>}
                  </p>
                  {position && <p className={css.sub}>{position}</p>}
                </div>
                {email && (
                  <ActionIcon component="a" href={`mailto:${email}`} aria-label={t('customer.mailTo', { email })}>
                    <IconMail size={16} stroke={1.7} />
                  </ActionIcon>
                )}
                {phone && (
                  <ActionIcon component="a" href={`tel:${phone}`} aria-label={t('customer.callTo', { phone })}>
                    <IconPhone size={16} stroke={1.7} />
                  </ActionIcon>
                )}
              </li>
            ))}
          </ul>
        </Section>
        <Section title={t('customer.addresses')} count={customer.addresses.length}>
          {customer.addresses.length === 0 && <p className={css.nothing}>{t('customer.noAddress')}</p>}
          <ul className={css.people}>
            {customer.addresses.map(({ id: addressId, kind, street, complement, postalCode, city, country }) => (
              <li key={addressId}>
                <div className={css.who}>
                  <p className={css.name}>{[street, complement].filter(Boolean).join(', ')}</p>
                  <p className={css.sub}>
                    {postalCode} {city}
                    {country !== 'FR' && `, ${country}`} · {t(`customer.addressKind.${kind}`)}
                  </p>
                </div>
                <ActionIcon
                  component="a"
                  href={mapOf(`${street}, ${postalCode} ${city}`)}
                  target="_blank"
                  rel="noreferrer"
                  aria-label={t('customer.map', { place: `${street}, ${city}` })}
                >
                  <IconMapPin size={16} stroke={1.7} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        </Section>
      </div>
    </div>
  );
}
