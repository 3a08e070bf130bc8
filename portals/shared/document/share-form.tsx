import { Button, CopyButton, NumberInput, PasswordInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import css from './document-shares.module.css';

const ShareDocument = graphql(`
  mutation ShareDocument($input: ShareDocumentInput!) {
    shareDocument(input: $input) { share { id } url userErrors { path code message } }
  }
`);

const fields = ['expiresAt', 'password', 'mostDownloads', 'recipient'] as const;
const lives = [1, 7, 30, 90] as const;
const dayMs = 86_400_000;

/** A new link; its address is shown once, since nobody keeps it. */
export function ShareForm({ documentId, made }: { documentId: string; made: () => void }) {
  const { t } = useTranslation('document');
  const { submit, pending, errorsByPath } = useSubmit(ShareDocument, { fields });
  const [url, setUrl] = useState<string>();
  const form = useForm({ initialValues: { days: '7', password: '', mostDownloads: '' as number | '', recipient: '' } });
  const send = form.onSubmit(async ({ days, password, mostDownloads, recipient }) => {
    const expiresAt = new Date(Date.now() + Number(days) * dayMs).toISOString();
    const input = { documentId, expiresAt, password: password || null, mostDownloads: mostDownloads || null, recipient };
    const payload = await submit({ input });
    if (!payload?.url) return;
    setUrl(payload.url);
    form.reset();
    made();
  });
  if (url)
    return (
      <div className={css.made}>
        <TextInput
          label={t('share.address')}
          description={t('share.once')}
          value={url}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
        />
        <div className={css.acts}>
          <Button variant="default" onClick={() => setUrl(undefined)}>
            {t('share.another')}
          </Button>
          <CopyButton value={url}>
            {({ copied, copy }) => (
              <Button onClick={copy} leftSection={copied ? <IconCheck size={15} /> : <IconCopy size={15} />}>
                {t(copied ? 'share.copied' : 'share.copy')}
              </Button>
            )}
          </CopyButton>
        </div>
      </div>
    );
  return (
    <form onSubmit={send} noValidate className={css.form}>
      <TextInput
        label={t('share.for')}
        placeholder={t('share.forHint')}
        autoComplete="off"
        {...form.getInputProps('recipient')}
        error={errorsByPath.recipient}
      />
      <Select
        label={t('share.life')}
        allowDeselect={false}
        data={lives.map((count) => ({ value: String(count), label: t('share.days', { count }) }))}
        {...form.getInputProps('days')}
        error={errorsByPath.expiresAt}
      />
      <PasswordInput
        label={t('share.password')}
        description={t('share.passwordHint')}
        autoComplete="new-password"
        visibilityToggleButtonProps={{ 'aria-label': t('share.show') }}
        {...form.getInputProps('password')}
        error={errorsByPath.password}
      />
      <NumberInput
        label={t('share.most')}
        description={t('share.mostHint')}
        min={1}
        max={1000}
        allowDecimal={false}
        {...form.getInputProps('mostDownloads')}
        error={errorsByPath.mostDownloads}
      />
      <div className={css.acts}>
        <Button type="submit" loading={pending} leftSection={<IconLink size={15} stroke={1.8} />}>
          {t('share.make')}
        </Button>
      </div>
    </form>
  );
}
