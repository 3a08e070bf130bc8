import { Modal, Radio, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';
import { instantOf, localOf } from '../../shared/ui/paris';

const AdminNotifyBreach = graphql(`
  mutation AdminNotifyBreach($input: NotifyDataBreachInput!) {
    notifyDataBreach(input: $input) { dataBreach { id notifiedAt } userErrors { path code message } }
  }
`);
const AdminTellBreach = graphql(`
  mutation AdminTellBreach($input: TellDataBreachPeopleInput!) {
    tellDataBreachPeople(input: $input) { dataBreach { id peopleToldAt } userErrors { path code message } }
  }
`);

export type BreachStep = 'notify' | 'tell';

type BreachStepDialogProps = {
  breach: {
    id: string;
    dueAt: string;
    notifiedAt: string | null;
    notificationReference: string | null;
    lateReason: string | null;
    peopleToldAt: string | null;
    peopleNotToldReason: string | null;
  };
  step: BreachStep;
  close: () => void;
};

const lists = { refetchQueries: ['AdminBreach', 'AdminBreaches'] };
const now = () => localOf(Date.now());

/** That the CNIL was told, and when; or the people, or why not. */
export function BreachStepDialog({ breach, step, close }: BreachStepDialogProps) {
  const { t } = useTranslation();
  const { id, dueAt } = breach;
  const notifying = useSubmit(AdminNotifyBreach, { fields: ['notifiedAt', 'reference', 'lateReason'] });
  const telling = useSubmit(AdminTellBreach, { fields: ['toldAt', 'notToldReason'] });
  const [moment, setMoment] = useState(localOf(step === 'notify' ? breach.notifiedAt : breach.peopleToldAt) || now());
  const [reference, setReference] = useState(breach.notificationReference ?? '');
  const [reason, setReason] = useState((step === 'notify' ? breach.lateReason : breach.peopleNotToldReason) ?? '');
  const [told, setTold] = useState(breach.peopleNotToldReason === null);
  const at = instantOf(moment);
  const isLate = at !== null && at > dueAt;
  const errors = step === 'notify' ? notifying.errorsByPath : telling.errorsByPath;
  const send = async () => {
    const sent =
      step === 'notify'
        ? await notifying.submit(
            {
              input: { id, notifiedAt: at ?? new Date().toISOString(), reference: reference || null, lateReason: reason || null },
            },
            lists,
          )
        : await telling.submit({ input: { id, toldAt: told ? at : null, notToldReason: told ? null : reason || null } }, lists);
    if (!sent) return;
    done(t(`breaches.did.${step}`));
    close();
  };
  const time = (
    <TextInput
      type="datetime-local"
      required
      label={t(step === 'notify' ? 'breaches.notifiedAt' : 'breaches.toldAt')}
      value={moment}
      onChange={(event) => setMoment(event.currentTarget.value)}
      error={errors.notifiedAt ?? errors.toldAt}
    />
  );
  const why = (label: string, error: string | undefined) => (
    <Textarea
      required
      autosize
      minRows={3}
      label={label}
      value={reason}
      onChange={(event) => setReason(event.currentTarget.value)}
      error={error}
    />
  );
  return (
    <Modal opened onClose={close} title={t(`breaches.do.${step}`)} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t(`breaches.text.${step}`)}</Text>
          {step === 'notify' ? (
            <>
              {time}
              <TextInput
                label={t('breaches.reference')}
                autoComplete="off"
                value={reference}
                onChange={(event) => setReference(event.currentTarget.value)}
                error={errors.reference}
              />
              {(isLate || errors.lateReason) && why(t('breaches.lateReason'), errors.lateReason)}
            </>
          ) : (
            <>
              <Radio.Group
                label={t('breaches.toldOrNot')}
                value={told ? 'told' : 'not'}
                onChange={(value) => setTold(value === 'told')}
              >
                <Stack gap={6} mt={6}>
                  <Radio value="told" label={t('breaches.areTold')} />
                  <Radio value="not" label={t('breaches.areNotTold')} />
                </Stack>
              </Radio.Group>
              {told ? time : why(t('breaches.notToldReason'), errors.toldAt ?? errors.notToldReason)}
            </>
          )}
          <DialogButtons close={close} pending={step === 'notify' ? notifying.pending : telling.pending}>
            {t('ui:save')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
