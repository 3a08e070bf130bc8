import { ActionIcon, Button, NumberInput, Select, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AmountInput } from '../../shared/ui/amount-input';
import { money, vatRate } from '../../shared/ui/format';
import { usePhone } from '../../shared/ui/use-phone';
import { netOf } from './invoice-amounts';
import css from './invoice-lines.module.css';
import { blankLine, type DraftLine } from './use-invoice-draft';

type InvoiceLinesProps = {
  lines: readonly DraftLine[];
  errors: Record<string, string>;
  set: (lines: DraftLine[]) => void;
  setLine: (key: string, patch: Partial<DraftLine>) => void;
};

/** Those asked for most; the server knows all that are in force. */
const rates = [2000, 1000, 550, 210, 0];

/** The lines of a draft, each with its mistakes at its fields. */
export function InvoiceLines({ lines, errors, set, setLine }: InvoiceLinesProps) {
  const { t, i18n } = useTranslation();
  const phone = usePhone();
  const french = i18n.language !== 'en';
  const add = () => set([...lines, blankLine(t('lines.piece'), lines.at(-1)?.vatRateBp)]);
  return (
    <div className={css.lines}>
      <div className={css.heads} aria-hidden>
        {(['label', 'quantity', 'unit', 'price', 'rate', 'net'] as const).map((head) => (
          <span key={head}>{t(`lines.${head}`)}</span>
        ))}
      </div>
      {lines.map((line, i) => {
        // On phones the heads are gone: each field says itself what it is.
        const named = (field: string) => (phone ? { label: field } : { 'aria-label': t('lines.at', { field, line: i + 1 }) });
        const error = (field: string) => errors[`lines.${i}.${field}`];
        return (
          <fieldset key={line.key} className={css.line} aria-label={t('lines.line', { line: i + 1 })}>
            <TextInput
              className={css.label}
              {...named(t('lines.label'))}
              placeholder={t('lines.label')}
              value={line.label}
              onChange={(event) => setLine(line.key, { label: event.currentTarget.value })}
              error={error('label')}
            />
            <NumberInput
              {...named(t('lines.quantity'))}
              value={line.quantity ?? ''}
              onChange={(typed) => setLine(line.key, { quantity: typed === '' ? null : Number(typed) })}
              decimalScale={3}
              decimalSeparator={french ? ',' : '.'}
              allowedDecimalSeparators={[',', '.']}
              hideControls
              inputMode="decimal"
              error={error('quantity')}
            />
            <TextInput
              {...named(t('lines.unit'))}
              value={line.unit}
              onChange={(event) => setLine(line.key, { unit: event.currentTarget.value })}
              error={error('unit')}
            />
            <AmountInput
              {...named(t('lines.price'))}
              cents={line.unitCents}
              change={(unitCents) => setLine(line.key, { unitCents })}
              error={error('unitCents')}
            />
            <Select
              {...named(t('lines.rate'))}
              data={[...new Set([...rates, line.vatRateBp])].map((rate) => ({ value: String(rate), label: vatRate(rate) }))}
              value={String(line.vatRateBp)}
              onChange={(rate) => rate && setLine(line.key, { vatRateBp: Number(rate) })}
              allowDeselect={false}
              error={error('vatRateBp')}
            />
            <output className={css.net}>{money(netOf(line))}</output>
            {lines.length > 1 && (
              <ActionIcon
                className={css.remove}
                aria-label={t('lines.remove', { line: i + 1 })}
                onClick={() => set(lines.filter(({ key }) => key !== line.key))}
              >
                <IconTrash size={16} stroke={1.7} />
              </ActionIcon>
            )}
          </fieldset>
        );
      })}
      {errors.lines && (
        <p className={css.error} role="alert">
          {errors.lines}
        </p>
      )}
      <div>
        <Button variant="subtle" color="gray" size="xs" leftSection={<IconPlus size={14} stroke={1.8} />} onClick={add}>
          {t('lines.add')}
        </Button>
      </div>
    </div>
  );
}
