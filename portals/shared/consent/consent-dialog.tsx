import { Checkbox, Modal, SegmentedControl, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import type { ConsentChannel, ConsentMethod, ConsentPurpose, ConsentRefusal, ConsentStatus } from '../graphql/generated/graphql';
import { useSubmit } from '../graphql/use-submit';
import { DialogButtons } from '../ui/dialog-buttons';
import { done } from '../ui/notify';
import { instantOf, localOf } from '../ui/paris';

const RecordConsent = graphql(`
  mutation RecordConsentSaid($input: RecordConsentInput!) {
    recordConsent(input: $input) { consent { id status since } userErrors { path code message } }
  }
`);
const WithdrawConsent = graphql(`
  mutation WithdrawConsentSaid($input: WithdrawConsentInput!) {
    withdrawConsent(input: $input) { consent { id status since } userErrors { path code message } }
  }
`);

const methods = ['PHONE', 'PAPER', 'EMAIL', 'WEB', 'IMPORT'] as const satisfies readonly ConsentMethod[];
const fields = ['method', 'at', 'note', 'confirmByEmail'];
const theirAnswers = ['GRANTED', 'WITHDRAWN'] as const satisfies readonly ConsentStatus[];
const ourAnswers = ['GRANTED', 'WITHDRAWN', 'OBJECTED'] as const satisfies readonly ConsentStatus[];

type ConsentDialogProps = {
  customerId: string;
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  status: ConsentStatus;
  ours?: boolean;
  readAgain: string[];
  close: () => void;
};

/** Notes what was said, how and when. The history before it stays as it is. */
export default function ConsentDialog({ customerId, purpose, channel, status, ours, readAgain, close }: ConsentDialogProps) {
  const { t } = useTranslation(['consent', 'ui']);
  const record = useSubmit(RecordConsent, { fields });
  const withdraw = useSubmit(WithdrawConsent, { fields });
  const form = useForm({
    initialValues: {
      answer: status === 'GRANTED' ? 'WITHDRAWN' : 'GRANTED',
      method: 'PHONE' as ConsentMethod,
      at: localOf(Date.now()),
      note: '',
      confirmByEmail: false,
    },
  });
  const errors = form.values.answer === 'GRANTED' ? record.errorsByPath : withdraw.errorsByPath;
  const send = form.onSubmit(async ({ answer, method, at, note, confirmByEmail }) => {
    // A minute on the form is not a time of its own: said now, it is the server's now.
    const then = form.isDirty('at') ? (instantOf(at) ?? undefined) : undefined;
    const input = { customerId, purpose, channel, ...(ours ? { method, at: then, note } : {}) };
    const options = { refetchQueries: readAgain };
    const confirms = ours && channel === 'EMAIL' && confirmByEmail;
    const saved =
      answer === 'GRANTED'
        ? await record.submit({ input: { ...input, ...(confirms ? { confirmByEmail } : {}) } }, options)
        : await withdraw.submit({ input: { ...input, answer: answer as ConsentRefusal } }, options);
    if (!saved) return;
    done(t(confirms && answer === 'GRANTED' ? 'confirmSent' : answer === 'GRANTED' ? 'noted.GRANTED' : 'noted.WITHDRAWN'));
    close();
  });
  return (
    <Modal
      opened
      onClose={close}
      title={t('dialog', { purpose: t(`purpose.${purpose}`), channel: t(`channel.${channel}`) })}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      <form onSubmit={send}>
        <Stack gap="sm">
          <SegmentedControl
            fullWidth
            aria-label={t('answer')}
            data={(ours ? ourAnswers : theirAnswers).map((value) => ({ value, label: t(`status.${value}`) }))}
            {...form.getInputProps('answer')}
          />
          {ours && (
            <>
              <Select
                label={t('method')}
                allowDeselect={false}
                data={methods.map((value) => ({ value, label: t(`how.${value}`) }))}
                {...form.getInputProps('method')}
                error={errors.method}
              />
              <TextInput type="datetime-local" label={t('at')} {...form.getInputProps('at')} error={errors.at} />
              <Textarea
                label={t('proof')}
                description={t('proofHint')}
                autosize
                minRows={2}
                {...form.getInputProps('note')}
                error={errors.note}
              />
            </>
          )}
          {ours && channel === 'EMAIL' && form.values.answer === 'GRANTED' && (
            <Checkbox
              label={t('confirmByEmail')}
              description={t('confirmByEmailHint')}
              {...form.getInputProps('confirmByEmail', { type: 'checkbox' })}
              error={errors.confirmByEmail}
            />
          )}
          <DialogButtons close={close} pending={record.pending || withdraw.pending}>
            {t('note')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
