import { Modal, Stack } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { CustomerPicker } from '../../shared/customer/customer-picker';
import { DialogButtons } from '../../shared/ui/dialog-buttons';

/** Picks whom this customer is one with; the preview follows. */
export default function MergeWith({ id, close }: { id: string; close: () => void }) {
  const { t } = useTranslation(['portal', 'ui']);
  const navigate = useNavigate();
  const [other, setOther] = useState<string | null>(null);
  const isSame = other === id;
  return (
    <Modal opened onClose={close} title={t('duplicates.with')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (other && !isSame) void navigate(`/duplicates/merge?survivor=${id}&other=${other}`);
        }}
      >
        <Stack gap="md">
          <CustomerPicker value={other} change={setOther} required error={isSame ? t('duplicates.goneText') : undefined} />
          <DialogButtons close={close} pending={false} disabled={!other || isSame}>
            {t('duplicates.withAction')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
