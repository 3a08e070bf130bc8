import { Modal, Select, Stack, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CustomerPicker } from '../../shared/customer/customer-picker';
import { graphql } from '../../shared/graphql/generated';
import type { DataSubjectRight, RequestOrigin } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';
import { rights } from './request-state';

const AdminCreateRequest = graphql(`
  mutation AdminCreateRequest($input: CreateDataSubjectRequestInput!) {
    createDataSubjectRequest(input: $input) { requests { id reference } userErrors { path code message } }
  }
`);

const origins: RequestOrigin[] = ['EMAIL', 'POST', 'PHONE', 'IN_PERSON'];

type RequestNewProps = { customerId?: string; close: () => void };

/** Writes down what somebody asked for: of whom, how, when. */
export function RequestNew({ customerId, close }: RequestNewProps) {
  const { t } = useTranslation(['portal', 'ui']);
  const { submit, pending, errorsByPath } = useSubmit(AdminCreateRequest, {
    fields: ['right', 'origin', 'person', 'contact', 'details', 'receivedOn', 'customerIds'],
  });
  const [customer, setCustomer] = useState<string | null>(customerId ?? null);
  const [right, setRight] = useState<DataSubjectRight>('ACCESS');
  const [origin, setOrigin] = useState<RequestOrigin>('EMAIL');
  const [person, setPerson] = useState('');
  const [contact, setContact] = useState('');
  const [details, setDetails] = useState('');
  const [receivedOn, setReceivedOn] = useState('');
  const send = async () => {
    const input = {
      customerIds: customer ? [customer] : [],
      right,
      origin,
      person,
      contact,
      details,
      receivedOn: receivedOn || null,
    };
    const payload = await submit({ input }, { refetchQueries: ['AdminRequests', 'CustomerConsents'] });
    if (!payload) return;
    done(t('requests.written', { reference: payload.requests?.[0]?.reference ?? '' }));
    close();
  };
  return (
    <Modal opened onClose={close} title={t('requests.new')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack gap="sm">
          {!customerId && <CustomerPicker value={customer} change={setCustomer} error={errorsByPath.customerIds} required />}
          <Select
            label={t('requests.right')}
            data={rights.map((value) => ({ value, label: t(`requests.rights.${value}`) }))}
            value={right}
            onChange={(value) => value && setRight(value)}
            error={errorsByPath.right}
            allowDeselect={false}
          />
          <TextInput
            label={t('requests.person')}
            required
            value={person}
            onChange={(event) => setPerson(event.currentTarget.value)}
            error={errorsByPath.person}
          />
          <TextInput
            label={t('requests.contact')}
            value={contact}
            onChange={(event) => setContact(event.currentTarget.value)}
            error={errorsByPath.contact}
          />
          <Select
            label={t('requests.origin')}
            data={origins.map((value) => ({ value, label: t(`requests.origins.${value}`) }))}
            value={origin}
            onChange={(value) => value && setOrigin(value)}
            error={errorsByPath.origin}
            allowDeselect={false}
          />
          <TextInput
            type="date"
            label={t('requests.receivedOn')}
            description={t('requests.receivedText')}
            value={receivedOn}
            onChange={(event) => setReceivedOn(event.currentTarget.value)}
            error={errorsByPath.receivedOn}
          />
          <Textarea
            label={t('requests.details')}
            autosize
            minRows={2}
            value={details}
            onChange={(event) => setDetails(event.currentTarget.value)}
            error={errorsByPath.details}
          />
          <DialogButtons close={close} pending={pending} disabled={!customer || !person.trim()}>
            {t('requests.write')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
