import { useQuery } from '@apollo/client/react';
import { Button, Modal, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AttachmentPicker } from '../../shared/activity/attachment-picker';
import { graphql } from '../../shared/graphql/generated';
import type { EmailPurpose } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { useOnce } from '../../shared/graphql/use-once';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { Failure } from '../../shared/ui/failure';
import { done } from '../../shared/ui/notify';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { usePhone } from '../../shared/ui/use-phone';
import css from './email.module.css';
import { EmailPreview } from './email-preview';
import { purposes } from './email-purposes';
import { EmailText } from './email-text';

const EmailComposing = graphql(`
  query EmailComposing($id: ID!) {
    customer(id: $id) {
      id name email
      contacts { id name position email primary }
      ...AttachmentPicker_customer
    }
    emailTemplates { id name locale purpose subject body }
  }
`);
const SendCustomerEmail = graphql(`
  mutation SendCustomerEmail($input: SendCustomerEmailInput!) {
    sendCustomerEmail(input: $input) { activity { id } userErrors { path code message } }
  }
`);

const mostBytes = 10_000_000;
const fields = ['contactId', 'templateId', 'purpose', 'subject', 'body', 'documentIds'];
/** The customer's own address, which is no contact's. */
const OWN = 'own';

/** Writes to a customer: whom, what for, what, and beside it how it will be seen. */
export function EmailComposer({ customerId, close }: { customerId: string; close: () => void }) {
  const { t, i18n } = useTranslation(['portal', 'ui']);
  const phone = usePhone();
  const { data, error, refetch } = useQuery(EmailComposing, { variables: { id: customerId }, fetchPolicy: 'network-only' });
  const { submit, pending, errorsByPath } = useSubmit(SendCustomerEmail, { fields });
  const keyOf = useOnce();
  const [chosen, setChosen] = useState<string | null>(null);
  const [templateId, setTemplate] = useState<string | null>(null);
  const [purpose, setPurpose] = useState<EmailPurpose>('SERVICE');
  const [letter, setLetter] = useState({ subject: '', body: '' });
  const [documentIds, setDocuments] = useState<string[]>([]);
  const customer = data?.customer;
  const templates = data?.emailTemplates ?? [];
  const template = templates.find(({ id }) => id === templateId);

  const people = customer
    ? [
        { value: OWN, label: `${customer.name} · ${customer.email ?? t('emails.noAddress')}`, disabled: !customer.email },
        ...customer.contacts.map(({ id, name, email }) => ({
          value: id,
          label: `${name} · ${email ?? t('emails.noAddress')}`,
          disabled: !email,
        })),
      ]
    : [];
  const recipient = chosen ?? people.find(({ disabled }) => !disabled)?.value ?? OWN;

  const pick = async (id: string | null) => {
    const next = templates.find((one) => one.id === id);
    const typed = letter.body.trim() !== '' && letter.body !== (template?.body ?? '');
    const question = { title: t('emails.replace'), text: t('emails.replaceText'), action: t('emails.replaceDo') };
    if (next && typed && !(await confirm(question))) return;
    setTemplate(id);
    if (!next) return;
    setPurpose(next.purpose);
    setLetter({ subject: next.subject, body: next.body });
  };
  const draft = {
    customerId,
    contactId: recipient === OWN ? null : recipient,
    purpose,
    ...letter,
    locale: template?.locale ?? (i18n.language === 'en' ? 'en' : 'fr'),
  };
  const send = async () => {
    const input = { ...draft, templateId, documentIds };
    const sent = await submit(
      { input: { ...input, idempotencyKey: keyOf(input) } },
      { refetchQueries: ['CustomerActivity', 'Customer360'] },
    );
    if (!sent) return;
    done(t('emails.sent', { name: people.find(({ value }) => value === recipient)?.label.split(' · ')[0] }));
    close();
  };

  return (
    <Modal
      opened
      onClose={close}
      title={t('emails.write')}
      size={1080}
      fullScreen={phone}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      {error && !customer && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={6} columns={2} />}
      {customer && (
        <div className={css.split}>
          <form
            noValidate
            className={css.form}
            onSubmit={(event) => {
              event.preventDefault();
              void send();
            }}
          >
            <Select
              label={t('emails.recipient')}
              data={people}
              value={recipient}
              onChange={(value) => value && setChosen(value)}
              allowDeselect={false}
              error={errorsByPath.contactId}
            />
            <div className={css.pair}>
              <Select
                label={t('emails.template')}
                placeholder={t('emails.noTemplate')}
                clearable
                searchable
                clearButtonProps={{ 'aria-label': t('emails.noTemplate') }}
                data={templates.map(({ id, name, locale }) => ({ value: id, label: `${name} (${locale.toUpperCase()})` }))}
                value={templateId}
                onChange={(id) => void pick(id)}
                error={errorsByPath.templateId}
              />
              <Select
                label={t('emails.purpose')}
                data={purposes.map((value) => ({ value, label: t(`emails.purposes.${value}`) }))}
                value={purpose}
                onChange={(value) => value && setPurpose(value)}
                allowDeselect={false}
                disabled={template !== undefined}
                error={errorsByPath.purpose}
              />
            </div>
            <EmailText {...letter} set={(patch) => setLetter((now) => ({ ...now, ...patch }))} errors={errorsByPath} />
            <AttachmentPicker
              mostBytes={mostBytes}
              customer={customer}
              chosen={documentIds}
              choose={setDocuments}
              added={() => void refetch()}
              error={errorsByPath.documentIds}
            />
            <div className={css.foot}>
              <Button variant="default" onClick={close}>
                {t('ui:cancel')}
              </Button>
              <Button type="submit" loading={pending} disabled={!letter.subject.trim() || !letter.body.trim()}>
                {t('emails.send')}
              </Button>
            </div>
          </form>
          <EmailPreview input={draft} />
        </div>
      )}
    </Modal>
  );
}
