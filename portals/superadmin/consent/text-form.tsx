import { Modal, Stack, Text, Textarea } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { ConsentPurpose } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';

const PublishConsentText = graphql(`
  mutation PublishConsentText($input: PublishConsentTextInput!) {
    publishConsentText(input: $input) { consentTexts { id version } userErrors { path code message } }
  }
`);

type TextFormProps = { purpose: ConsentPurpose; fr: string; en: string; close: () => void };

/** A new version in both languages. It can't be changed afterwards, only followed by another. */
export default function TextForm({ purpose, fr, en, close }: TextFormProps) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(PublishConsentText);
  const form = useForm({ initialValues: { fr, en } });
  const publish = form.onSubmit(async (words) => {
    const payload = await submit({ input: { purpose, ...words } }, { refetchQueries: ['AdminPurposes'] });
    if (!payload?.consentTexts) return;
    done(t('purposes.published', { version: payload.consentTexts[0].version }));
    close();
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={close}
      title={t('purposes.publishFor', { name: t(`consent:purpose.${purpose}`) })}
      closeButtonProps={{ 'aria-label': t('ui:close') }}
    >
      <form onSubmit={publish}>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('purposes.publishHint')}
          </Text>
          {(['fr', 'en'] as const).map((locale) => (
            <Textarea
              key={locale}
              label={t(`purposes.words.${locale}`)}
              autosize
              minRows={4}
              {...form.getInputProps(locale)}
              error={errorsByPath[locale]}
            />
          ))}
          <DialogButtons close={close} pending={pending}>
            {t('purposes.publishNow')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
