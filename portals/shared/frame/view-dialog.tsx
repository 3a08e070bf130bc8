import { Checkbox, Modal, Stack, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DialogButtons } from '../ui/dialog-buttons';

type ViewDialogProps = {
  title: string;
  /** The one to change; without it what is shown now is kept. */
  view?: { name: string; shared: boolean };
  mayShare: boolean;
  pending: boolean;
  error?: string;
  save: (name: string, shared: boolean) => Promise<void>;
  close: () => void;
};

/** Asks for a view's name, and for whom it is. */
export default function ViewDialog({ title, view, mayShare, pending, error, save, close }: ViewDialogProps) {
  const { t } = useTranslation('frame');
  const [name, setName] = useState(view?.name ?? '');
  const [shared, setShared] = useState(view?.shared ?? false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim()) void save(name.trim(), shared);
  };
  return (
    <Modal opened onClose={close} title={title} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            label={t('list.viewName')}
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.currentTarget.value)}
            error={error}
            data-autofocus
            required
          />
          {mayShare && (
            <Checkbox label={t('list.shareView')} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
          )}
          <DialogButtons close={close} pending={pending}>
            {t('ui:save')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
