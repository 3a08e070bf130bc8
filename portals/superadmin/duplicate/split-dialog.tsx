import { useQuery } from '@apollo/client/react';
import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { MergeSide } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';
import css from './merge.module.css';
import { SplitAdditions } from './split-additions';

const AdminMerge = graphql(`
  query AdminMerge($id: ID!) {
    customerMerge(id: $id) { id otherName otherReference additions { id kind label title owner } }
  }
`);

const AdminSplitCustomer = graphql(`
  mutation AdminSplitCustomer($input: SplitCustomerInput!) {
    splitCustomer(input: $input) { merge { id splitAt } other { id name } survivor { id } leftFields userErrors { path code message } }
  }
`);

/** Takes a merge back; what came since is given to one or the other. */
export default function SplitDialog({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation(['portal', 'ui']);
  const { data } = useQuery(AdminMerge, { variables: { id }, fetchPolicy: 'network-only' });
  const [owners, setOwners] = useState<Record<string, MergeSide>>({});
  const { submit, pending } = useSubmit(AdminSplitCustomer, { fields: [] });
  const merge = data?.customerMerge;
  const name = merge?.otherName ?? '…';
  const additions = merge?.additions ?? [];
  const give = (ids: readonly string[], owner: MergeSide) =>
    setOwners((before) => ({ ...before, ...Object.fromEntries(ids.map((one) => [one, owner])) }));
  const send = async () => {
    const chosen = Object.entries(owners).map(([addition, owner]) => ({ id: addition, owner }));
    const refetchQueries = ['CustomerTwins', 'Customer360', 'CustomerProfile'];
    const payload = await submit({ input: { id, additions: chosen } }, { refetchQueries });
    if (!payload?.other) return;
    done(t('duplicates.splitDone', { name: payload.other.name }));
    if (payload.leftFields?.length) done(t('duplicates.left', { fields: payload.leftFields.join(', ') }));
    close();
  };
  return (
    <Modal
      opened
      onClose={close}
      size="lg"
      title={t('duplicates.splitTitle', { name })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="md" className={css.dialog}>
          <p>{t('duplicates.splitText')}</p>
          <h3>{t('duplicates.additions')}</h3>
          {additions.length === 0 ? (
            <p>{t('duplicates.additionsNone')}</p>
          ) : (
            <SplitAdditions additions={additions} name={name} owners={owners} give={give} />
          )}
          <DialogButtons close={close} pending={pending} disabled={!merge}>
            {t('duplicates.split')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
