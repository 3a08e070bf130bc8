import { Button } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PartActions } from '../customer/part-actions';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { confirm } from '../ui/confirm';
import { number } from '../ui/format';
import { done } from '../ui/notify';
import { Section } from '../ui/section';
import css from './vehicle.module.css';

const VehicleDialog = lazy(() => import('./vehicle-dialog'));

const VehicleSection_customer = graphql(`
  fragment VehicleSection_customer on Customer {
    id
    vehicles { id plate country vin vinCheck brand model year mileageKm viewerCan { update delete } }
    viewerCan { addVehicle }
  }
`);

const DeleteVehicle = graphql(`
  mutation DeleteVehicle($input: DeleteVehicleInput!) {
    deleteVehicle(input: $input) { deletedId userErrors { path code message } }
  }
`);

type VehicleSectionProps = {
  customer: FragmentType<typeof VehicleSection_customer>;
  /** Reads the customer again. */
  changed: () => void;
};

/** The customer's vehicles; nothing where there are none and nobody may add one. */
export function VehicleSection({ customer, changed }: VehicleSectionProps) {
  const { t } = useTranslation(['vehicle', 'contact']);
  const { id: customerId, vehicles, viewerCan } = readFragment(VehicleSection_customer, customer);
  const { submit } = useSubmit(DeleteVehicle, { fields: [] });
  const [edited, edit] = useState<string>();
  if (!vehicles || (vehicles.length === 0 && !viewerCan.addVehicle)) return null;
  const remove = async (id: string, plate: string) => {
    const question = {
      title: t('contact:delete.title', { name: plate }),
      text: t('deleteText'),
      action: t('contact:delete.action'),
      danger: true,
    };
    if (!(await confirm(question)) || !(await submit({ input: { id } }))) return;
    done(t('deleted', { plate }));
    changed();
  };
  return (
    <Section
      title={t('title')}
      count={vehicles.length}
      action={
        viewerCan.addVehicle && (
          <Button size="xs" variant="subtle" color="gray" aria-label={t('new')} onClick={() => edit('new')}>
            {t('contact:add')}
          </Button>
        )
      }
    >
      {vehicles.length === 0 && <p className={css.nothing}>{t('none')}</p>}
      <ul className={css.rows}>
        {vehicles.map(({ id, plate, country, vin, vinCheck, brand, model, year, mileageKm, viewerCan: may }) => (
          <li key={id}>
            <span className={css.plate}>
              {plate}
              {country !== 'FR' && <span className={css.country}>{country}</span>}
            </span>
            <div className={css.what}>
              <p className={css.name}>{[brand, model].filter(Boolean).join(' ')}</p>
              <p className={css.sub}>
                {[year, mileageKm !== null && t('km', { km: number(mileageKm) }), vin && t('vinIs', { vin })]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
              {vinCheck === 'FAILED' && <p className={css.warning}>{t('vinFailed')}</p>}
            </div>
            {(may.update || may.delete) && (
              <PartActions name={plate} edit={() => edit(id)} remove={() => void remove(id, plate)} />
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <Suspense>
          <VehicleDialog
            customerId={customerId}
            vehicle={vehicles.find(({ id }) => id === edited)}
            changed={changed}
            close={() => edit(undefined)}
          />
        </Suspense>
      )}
    </Section>
  );
}
