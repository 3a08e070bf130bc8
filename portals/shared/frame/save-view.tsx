import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';

type SaveViewProps = { save: (label: string) => void; disabled: boolean; children: (open?: () => void) => ReactNode };

/** Asks for a name, then keeps filters and sort under it. */
export function SaveView({ save, disabled, children }: SaveViewProps) {
  const { t } = useTranslation('frame');
  const [opened, { open, close }] = useDisclosure(false);
  const [label, setLabel] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!label.trim()) return;
    save(label.trim());
    setLabel('');
    close();
  };
  return (
    <>
      {children(disabled ? undefined : open)}
      <Modal opened={opened} onClose={close} title={t('list.saveView')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
        <form onSubmit={submit}>
          <TextInput
            label={t('list.viewName')}
            value={label}
            onChange={(event) => setLabel(event.currentTarget.value)}
            data-autofocus
            required
          />
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit">{t('ui:save')}</Button>
          </Group>
        </form>
      </Modal>
    </>
  );
}
