import { Button, Checkbox, Group, Modal, SegmentedControl, Stack, TextInput } from '@mantine/core';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readNumberRange } from './custom-field-filter';
import type { CustomField } from './use-custom-fields';

type DialogProps = { field: CustomField; value: string | null; pick: (value: string) => void; close: () => void };

/** Asks what a text holds, between which numbers, or which of the choices: what a menu can't offer. */
export default function CustomFieldFilterDialog(props: DialogProps) {
  const { kind } = props.field;
  return kind === 'NUMBER' ? (
    <NumberDialog {...props} />
  ) : kind === 'CHOICE' ? (
    <ChoiceDialog {...props} />
  ) : (
    <TextDialog {...props} />
  );
}

type FrameProps = Pick<DialogProps, 'field' | 'pick' | 'close'> & { next: string | null; children: ReactNode };

/** `next` is the filter's value; null while nothing can be asked. */
function Frame({ field, pick, close, next, children }: FrameProps) {
  const { t } = useTranslation(['customer', 'frame', 'ui']);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (next === null) return;
    pick(next);
    close();
  };
  return (
    <Modal opened onClose={close} title={field.label} size={380} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form onSubmit={submit} noValidate>
        {children}
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button type="submit" disabled={next === null}>
            {t('frame:list.apply')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

function TextDialog({ value, ...props }: DialogProps) {
  const { t } = useTranslation('customer');
  const [way, setWay] = useState(value?.startsWith('=') ? '=' : '~');
  const [text, setText] = useState(/^[~=]/.test(value ?? '') ? (value?.slice(1) ?? '') : '');
  return (
    <Frame {...props} next={text.trim() ? way + text.trim() : null}>
      <Stack gap="sm">
        <SegmentedControl
          fullWidth
          aria-label={t('custom.filter.how')}
          value={way}
          onChange={setWay}
          data={[
            { value: '~', label: t('custom.filter.contains') },
            { value: '=', label: t('custom.filter.equals') },
          ]}
        />
        <TextInput
          label={t('custom.filter.text')}
          dir="auto"
          data-autofocus
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Stack>
    </Frame>
  );
}

const plain = (text: string) => text.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.');
const isNumber = (text: string) => /^[+-]?(\d+(\.\d+)?)?$/.test(plain(text));

function NumberDialog({ value, ...props }: DialogProps) {
  const { t } = useTranslation('customer');
  const range = readNumberRange(value);
  const [from, setFrom] = useState(String(range?.from ?? ''));
  const [to, setTo] = useState(String(range?.to ?? ''));
  const wrong = (text: string) => (isNumber(text) ? undefined : t('custom.filter.noNumber'));
  const [first, last] = [plain(from), plain(to)];
  const fits = isNumber(from) && isNumber(to);
  const reversed = fits && first !== '' && last !== '' && Number(first) > Number(last);
  return (
    <Frame {...props} next={fits && !reversed && (first || last) ? `${first}..${last}` : null}>
      <Group grow align="flex-start">
        <TextInput
          label={t('custom.filter.from')}
          inputMode="decimal"
          data-autofocus
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
          error={wrong(from)}
        />
        <TextInput
          label={t('custom.filter.to')}
          inputMode="decimal"
          value={to}
          onChange={(event) => setTo(event.currentTarget.value)}
          error={wrong(to) ?? (reversed ? t('custom.filter.reversed') : undefined)}
        />
      </Group>
    </Frame>
  );
}

function ChoiceDialog({ value, ...props }: DialogProps) {
  const { t } = useTranslation('customer');
  const { choices } = props.field;
  const [chosen, choose] = useState(choices.map(({ id }) => id).filter((id) => value?.split(',').includes(id)));
  return (
    <Frame {...props} next={chosen.length > 0 ? chosen.join(',') : null}>
      <Checkbox.Group label={t('custom.filter.anyOf')} value={chosen} onChange={choose}>
        <Stack gap={8} mt="xs">
          {choices.map(({ id, label, retired }) => (
            <Checkbox key={id} value={id} label={retired ? t('custom.retired', { label }) : label} />
          ))}
        </Stack>
      </Checkbox.Group>
    </Frame>
  );
}
