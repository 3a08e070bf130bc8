import { Group, Modal, NumberInput, Stack, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { DialogButtons } from '../ui/dialog-buttons';
import { done } from '../ui/notify';

const CreateVehicle = graphql(`
  mutation CreateVehicle($input: CreateVehicleInput!) {
    createVehicle(input: $input) {
      vehicle { id plate country vin vinCheck brand model year mileageKm }
      userErrors { path code message }
    }
  }
`);
const UpdateVehicle = graphql(`
  mutation UpdateVehicle($input: UpdateVehicleInput!) {
    updateVehicle(input: $input) {
      vehicle { id plate country vin vinCheck brand model year mileageKm }
      userErrors { path code message }
    }
  }
`);

const fields = ['plate', 'country', 'vin', 'brand', 'model', 'year', 'mileageKm'] as const;

type VehicleDialogProps = {
  customerId: string;
  /** The one to change; without it a new one is added. */
  vehicle?: {
    id: string;
    plate: string;
    country: string;
    vin: string | null;
    brand: string;
    model: string | null;
    year: number | null;
    mileageKm: number | null;
  };
  changed: () => void;
  close: () => void;
};

const numberOf = (typed: number | string): number | null => (typed === '' ? null : Number(typed));

/** Adds or changes a vehicle. The server says what is wrong, each at its field. */
export default function VehicleDialog({ customerId, vehicle, changed, close }: VehicleDialogProps) {
  const { t, i18n } = useTranslation(['vehicle', 'contact', 'ui']);
  const create = useSubmit(CreateVehicle, { fields });
  const update = useSubmit(UpdateVehicle, { fields });
  const errors = vehicle ? update.errorsByPath : create.errorsByPath;
  const form = useForm({
    initialValues: {
      plate: vehicle?.plate ?? '',
      country: vehicle?.country ?? 'FR',
      brand: vehicle?.brand ?? '',
      model: vehicle?.model ?? '',
      vin: vehicle?.vin ?? '',
      year: (vehicle?.year ?? '') as number | string,
      mileageKm: (vehicle?.mileageKm ?? '') as number | string,
    },
  });
  const send = form.onSubmit(async ({ year, mileageKm, ...texts }) => {
    const values = { ...texts, year: numberOf(year), mileageKm: numberOf(mileageKm) };
    const saved = vehicle
      ? await update.submit({ input: { id: vehicle.id, ...values } })
      : await create.submit({ input: { customerId, ...values } });
    if (!saved) return;
    done(t(vehicle ? 'saved' : 'added', { plate: saved.vehicle?.plate }));
    changed();
    close();
  });
  const field = (name: (typeof fields)[number]) => ({
    label: t(`field.${name}`),
    autoComplete: 'off',
    ...form.getInputProps(name),
    error: errors[name],
  });
  return (
    <Modal
      opened
      onClose={close}
      title={vehicle ? t('change', { plate: vehicle.plate }) : t('new')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <TextInput {...field('plate')} required flex={1} placeholder="AB-123-CD" data-autofocus />
            <TextInput {...field('country')} w={96} flex="none" maxLength={2} placeholder="FR" />
          </Group>
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <TextInput {...field('brand')} required flex={1} />
            <TextInput {...field('model')} flex={1} />
          </Group>
          <TextInput {...field('vin')} placeholder="VF1RFB00X56123456" description={t('vinHint')} />
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <NumberInput {...field('year')} flex={1} allowDecimal={false} allowNegative={false} hideControls maxLength={4} />
            <NumberInput
              {...field('mileageKm')}
              flex={1}
              allowDecimal={false}
              allowNegative={false}
              hideControls
              maxLength={12}
              thousandSeparator={i18n.language === 'en' ? ',' : '\u00a0'}
            />
          </Group>
          <DialogButtons close={close} pending={create.pending || update.pending}>
            {vehicle ? t('ui:save') : t('contact:add')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
