import { Checkbox, Modal, NumberInput, Select, Stack } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { LegalBasis, PurposeAudience, PurposeForm_purposeFragment } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';
import { channels } from './consent-words';

const PurposeForm_purpose = graphql(`
  fragment PurposeForm_purpose on ContactPurpose {
    id code version personBasis companyBasis prospecting necessary channels audience retentionMonths renewalMonths doubleOptIn active
  }
`);
const UpdatePurpose = graphql(`
  mutation UpdatePurpose($input: UpdateContactPurposeInput!) {
    updateContactPurpose(input: $input) { contactPurpose { ...PurposeForm_purpose } userErrors { path code message } }
  }
`);

const audiences = ['EVERYONE', 'PEOPLE', 'COMPANIES'] as const satisfies readonly PurposeAudience[];
const owed = ['CONTRACT', 'LEGAL_OBLIGATION'] as const satisfies readonly LegalBasis[];
const asked = ['CONSENT', 'LEGITIMATE_INTEREST'] as const satisfies readonly LegalBasis[];

/** What the form changes, and nothing that came along. */
const fieldsOf = ({
  personBasis,
  companyBasis,
  channels: ways,
  audience,
  retentionMonths,
  renewalMonths,
  doubleOptIn,
  active,
}: PurposeForm_purposeFragment) => ({
  ...{ personBasis, companyBasis, audience, retentionMonths, renewalMonths, doubleOptIn, active },
  channels: [...ways],
});

/** What allows a purpose from now on. What was agreed keeps the end it was agreed with. */
export default function PurposeForm(props: { purpose: FragmentType<typeof PurposeForm_purpose>; close: () => void }) {
  const { t } = useTranslation();
  const before = readFragment(PurposeForm_purpose, props.purpose);
  const { id, code, version, prospecting, necessary } = before;
  const { submit, pending, errorsByPath } = useSubmit(UpdatePurpose);
  const form = useForm({ initialValues: fieldsOf(before) });
  const bases = (only: readonly LegalBasis[]) => only.map((value) => ({ value, label: t(`purposes.basis.${value}`) }));
  const save = form.onSubmit(async ({ renewalMonths, ...values }) => {
    const input = { id, version, ...values, renewalMonths: renewalMonths || null };
    if (!(await submit({ input }))) return;
    done(t('purposes.saved'));
    props.close();
  });
  return (
    <Modal opened onClose={props.close} title={t(`consent:purpose.${code}`)} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={save}>
        <Stack gap="sm">
          <Select
            label={t('purposes.personBasis')}
            description={prospecting ? t('purposes.law') : undefined}
            allowDeselect={false}
            data={bases(necessary ? owed : prospecting ? ['CONSENT'] : asked)}
            {...form.getInputProps('personBasis')}
            error={errorsByPath.personBasis}
          />
          <Select
            label={t('purposes.companyBasis')}
            allowDeselect={false}
            data={bases(necessary ? owed : asked)}
            {...form.getInputProps('companyBasis')}
            error={errorsByPath.companyBasis}
          />
          <Checkbox.Group label={t('purposes.channels')} {...form.getInputProps('channels')} error={errorsByPath.channels}>
            <Stack gap={6} mt={6}>
              {channels.map((channel) => (
                <Checkbox key={channel} value={channel} label={t(`consent:channel.${channel}`)} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Select
            label={t('purposes.audience')}
            allowDeselect={false}
            data={audiences.map((value) => ({ value, label: t(`purposes.audiences.${value}`) }))}
            {...form.getInputProps('audience')}
            error={errorsByPath.audience}
          />
          <NumberInput
            label={t('purposes.retentionMonths')}
            min={1}
            max={600}
            allowDecimal={false}
            {...form.getInputProps('retentionMonths')}
            error={errorsByPath.retentionMonths}
          />
          {!necessary && (
            <>
              <NumberInput
                label={t('purposes.renewalMonths')}
                description={t('purposes.renewalHint')}
                min={1}
                max={120}
                allowDecimal={false}
                {...form.getInputProps('renewalMonths')}
                value={form.values.renewalMonths ?? ''}
                error={errorsByPath.renewalMonths}
              />
              <Checkbox label={t('purposes.doubleOptInLong')} {...form.getInputProps('doubleOptIn', { type: 'checkbox' })} />
              <Checkbox label={t('purposes.activeLong')} {...form.getInputProps('active', { type: 'checkbox' })} />
            </>
          )}
          <DialogButtons close={props.close} pending={pending}>
            {t('ui:save')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
