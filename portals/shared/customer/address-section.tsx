import { ActionIcon, Button } from '@mantine/core';
import { IconMapPin } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { confirm } from '../ui/confirm';
import { done } from '../ui/notify';
import { Section } from '../ui/section';
import { useLast } from '../ui/use-last';
import css from './contact.module.css';
import { PartActions } from './part-actions';

const AddressDialog = lazy(() => import('./address-dialog'));

const AddressSection_customer = graphql(`
  fragment AddressSection_customer on Customer {
    id
    addresses { id kind street complement postalCode city country version }
    viewerCan { update }
  }
`);

const DeleteAddress = graphql(`
  mutation DeleteAddress($input: DeleteAddressInput!) {
    deleteAddress(input: $input) { deletedId userErrors { path code message } }
  }
`);

const mapOf = (place: string) => `https://www.openstreetmap.org/search?query=${encodeURIComponent(place)}`;

type AddressSectionProps = {
  customer: FragmentType<typeof AddressSection_customer>;
  /** Reads the customer again. */
  changed: () => void;
};

/** Where they are; whoever may change the customer changes it here. */
export function AddressSection({ customer, changed }: AddressSectionProps) {
  const { t } = useTranslation('contact');
  const { id: customerId, addresses, viewerCan } = readFragment(AddressSection_customer, customer);
  const { submit } = useSubmit(DeleteAddress, { fields: [] });
  const [edited, edit] = useState<string>();
  const current = addresses.find(({ id }) => id === edited);
  // One that somebody else deletes meanwhile stays in its dialog, which says so.
  const last = useLast(current);
  const known = edited === last?.id ? last : undefined;
  const remove = async (id: string, name: string) => {
    const question = {
      title: t('delete.title', { name }),
      text: t('address.deleteText'),
      action: t('delete.action'),
      danger: true,
    };
    if (!(await confirm(question)) || !(await submit({ input: { id } }))) return;
    done(t('address.deleted', { name }));
    changed();
  };
  return (
    <Section
      title={t('address.title')}
      count={addresses.length}
      action={
        viewerCan.update && (
          <Button size="xs" variant="subtle" color="gray" aria-label={t('address.new')} onClick={() => edit('new')}>
            {t('add')}
          </Button>
        )
      }
    >
      {addresses.length === 0 && <p className={css.nothing}>{t('address.none')}</p>}
      <ul className={css.parts}>
        {addresses.map(({ id, kind, street, complement, postalCode, city, country }) => {
          const name = `${street}, ${city}`;
          return (
            <li key={id}>
              <div className={css.what}>
                <p className={css.name}>{[street, complement].filter(Boolean).join(', ')}</p>
                <p className={css.sub}>
                  {postalCode} {city}
                  {country !== 'FR' && `, ${country}`} · {t(`kind.${kind}`)}
                </p>
              </div>
              <ActionIcon
                component="a"
                href={mapOf(`${street}, ${postalCode} ${city}`)}
                target="_blank"
                rel="noreferrer"
                aria-label={t('address.map', { place: name })}
              >
                <IconMapPin size={16} stroke={1.7} />
              </ActionIcon>
              {viewerCan.update && <PartActions name={name} edit={() => edit(id)} remove={() => void remove(id, name)} />}
            </li>
          );
        })}
      </ul>
      {edited && (edited === 'new' || known) && (
        <Suspense>
          <AddressDialog
            customerId={customerId}
            address={known}
            gone={edited !== 'new' && !current}
            changed={changed}
            close={() => edit(undefined)}
          />
        </Suspense>
      )}
    </Section>
  );
}
