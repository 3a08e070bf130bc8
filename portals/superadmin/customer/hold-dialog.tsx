import { Modal, Stack, Text, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';

const PlaceHold = graphql(`
  mutation PlaceHold($input: PlaceLegalHoldInput!) {
    placeLegalHold(input: $input) { legalHold { id } userErrors { path code message } }
  }
`);

/** Why what there is of somebody has to be kept for now. */
export function HoldDialog({ customerId, close }: { customerId: string; close: () => void }) {
  const { t } = useTranslation(['portal', 'ui']);
  const { submit, pending, errorsByPath } = useSubmit(PlaceHold, { fields: ['reason'] });
  const [reason, setReason] = useState('');
  const send = async () => {
    if (!(await submit({ input: { customerId, reason } }, { refetchQueries: ['CustomerConsents'] }))) return;
    done(t('requests.hold.placed'));
    close();
  };
  return (
    <Modal opened onClose={close} title={t('requests.hold.open')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{t('requests.hold.text')}</Text>
          <Textarea
            label={t('requests.hold.reason')}
            autosize
            minRows={2}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
            error={errorsByPath.reason}
            data-autofocus
          />
          <DialogButtons close={close} pending={pending} disabled={!reason.trim()}>
            {t('requests.hold.place')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
