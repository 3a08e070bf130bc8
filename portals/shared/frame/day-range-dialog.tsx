import { Button, Group, Modal, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readDayRange } from './day-range';

type DayRangeDialogProps = { field: string; value: string | null; pick: (value: string) => void; close: () => void };

/** Asks for the first and the last day, both included; one of them may stay open. */
export default function DayRangeDialog({ field, value, pick, close }: DayRangeDialogProps) {
  const { t } = useTranslation('frame');
  const [{ from, to }, setRange] = useState(readDayRange(value) ?? { from: '', to: '' });
  const reversed = Boolean(from && to && from > to);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reversed || (!from && !to)) return;
    pick(`${from}..${to}`);
    close();
  };
  return (
    <Modal opened onClose={close} title={field} size={380} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit} noValidate>
        <Group grow align="flex-start">
          <TextInput
            type="date"
            label={t('list.firstDay')}
            value={from}
            max={to || undefined}
            onChange={({ currentTarget: { value: day } }) => setRange((range) => ({ ...range, from: day }))}
            data-autofocus
          />
          <TextInput
            type="date"
            label={t('list.lastDay')}
            value={to}
            min={from || undefined}
            onChange={({ currentTarget: { value: day } }) => setRange((range) => ({ ...range, to: day }))}
            error={reversed && t('list.reversed')}
          />
        </Group>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" disabled={!from && !to}>
            {t('list.apply')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}
