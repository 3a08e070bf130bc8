import { Group, Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { AmountInput } from '../ui/amount-input';
import { DialogButtons } from '../ui/dialog-buttons';
import { done } from '../ui/notify';

const CreateWorkOrder = graphql(`
  mutation CreateWorkOrder($input: CreateWorkOrderInput!) {
    createWorkOrder(input: $input) { workOrder { id reference } userErrors { path code message } }
  }
`);
const UpdateWorkOrder = graphql(`
  mutation UpdateWorkOrder($input: UpdateWorkOrderInput!) {
    updateWorkOrder(input: $input) {
      workOrder { id reference description plannedOn amountCents version }
      userErrors { path code message }
    }
  }
`);

const fields = ['description', 'vehicleId', 'plannedOn', 'amountCents'] as const;

type WorkOrderDialogProps = {
  customerId: string;
  vehicles: readonly { id: string; plate: string; brand: string }[];
  /** The one to change; without it a new one is planned. */
  order?: {
    id: string;
    reference: string;
    description: string;
    plannedOn: string | null;
    amountCents: number | null;
    version: number;
    vehicle: { id: string } | null;
  };
  changed: () => void;
  close: () => void;
};

/** Plans or changes work. The server says what is wrong, each at its field. */
export default function WorkOrderDialog({ customerId, vehicles, order, changed, close }: WorkOrderDialogProps) {
  const { t } = useTranslation(['vehicle', 'contact', 'ui']);
  const create = useSubmit(CreateWorkOrder, { fields });
  const update = useSubmit(UpdateWorkOrder, { fields });
  const errors = order ? update.errorsByPath : create.errorsByPath;
  const form = useForm({
    initialValues: {
      description: order?.description ?? '',
      vehicleId: order?.vehicle?.id ?? null,
      plannedOn: order?.plannedOn ?? '',
      amountCents: order?.amountCents ?? null,
    },
  });
  const send = form.onSubmit(async ({ plannedOn, ...rest }) => {
    const values = { ...rest, plannedOn: plannedOn || null };
    const saved = order
      ? await update.submit({ input: { id: order.id, version: order.version, ...values } })
      : await create.submit({ input: { customerId, ...values } });
    if (!saved) return;
    done(t(order ? 'work.saved' : 'work.added', { reference: saved.workOrder?.reference }));
    changed();
    close();
  });
  return (
    <Modal
      opened
      onClose={close}
      title={order ? t('work.change', { reference: order.reference }) : t('work.new')}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={send} noValidate>
        <Stack gap="sm">
          <Textarea
            label={t('work.field.description')}
            required
            autosize
            minRows={2}
            maxRows={8}
            data-autofocus
            {...form.getInputProps('description')}
            error={errors.description}
          />
          {vehicles.length > 0 && (
            <Select
              label={t('work.field.vehicleId')}
              placeholder={t('work.noVehicle')}
              clearable
              searchable
              data={vehicles.map(({ id, plate, brand }) => ({ value: id, label: `${plate} · ${brand}` }))}
              {...form.getInputProps('vehicleId')}
              error={errors.vehicleId}
            />
          )}
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <TextInput
              type="date"
              flex={1}
              label={t('work.field.plannedOn')}
              {...form.getInputProps('plannedOn')}
              error={errors.plannedOn}
            />
            <AmountInput
              flex={1}
              label={t('work.field.amountCents')}
              cents={form.values.amountCents}
              change={(cents) => form.setFieldValue('amountCents', cents)}
              error={errors.amountCents}
            />
          </Group>
          <DialogButtons close={close} pending={create.pending || update.pending}>
            {order ? t('ui:save') : t('contact:add')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
