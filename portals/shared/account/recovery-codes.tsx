import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { IconCheck, IconCopy, IconDownload, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './security.module.css';

/** The ten codes, this once: to copy, to keep as a file, to print. */
export default function RecoveryCodes({ codes, close }: { codes: readonly string[]; close: () => void }) {
  const { t } = useTranslation(['security', 'ui']);
  const [copied, setCopied] = useState(false);
  const text = `${t('codes.file')}\n\n${codes.join('\n')}\n`;

  function download(): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
    link.download = 'prisme-codes.txt';
    link.click();
    URL.revokeObjectURL(link.href);
  }

  return (
    <Modal
      opened
      onClose={close}
      title={t('codes.title')}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': t('close', { ns: 'ui' }) }}
    >
      <Stack gap="sm" className={css.printed}>
        <Text size="sm" c="dimmed">
          {t('codes.text')}
        </Text>
        <ol className={css.codes} aria-label={t('codes.title')}>
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <Group gap="xs" className={css.unprinted}>
          <Button
            variant="default"
            leftSection={copied ? <IconCheck size={15} stroke={1.8} /> : <IconCopy size={15} stroke={1.8} />}
            onClick={() => void navigator.clipboard.writeText(text).then(() => setCopied(true))}
          >
            {t(copied ? 'codes.copied' : 'codes.copy')}
          </Button>
          <Button variant="default" leftSection={<IconDownload size={15} stroke={1.8} />} onClick={download}>
            {t('codes.download')}
          </Button>
          <Button variant="default" leftSection={<IconPrinter size={15} stroke={1.8} />} onClick={() => window.print()}>
            {t('codes.print')}
          </Button>
        </Group>
        <Group justify="flex-end" mt="xs" className={css.unprinted}>
          <Button onClick={close}>{t('codes.kept')}</Button>
        </Group>
      </Stack>
    </Modal>
  );
}
