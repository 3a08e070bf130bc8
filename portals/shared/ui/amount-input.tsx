import { NumberInput, type NumberInputProps } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';

type AmountInputProps = Omit<NumberInputProps, 'value' | 'onChange' | 'defaultValue'> & {
  /** Null where nothing is typed. */
  cents: number | null;
  change: (cents: number | null) => void;
};

const centsOf = (typed: number | string): number | null =>
  typed === '' || Number.isNaN(Number(typed)) ? null : Math.round(Number(typed) * 100);

/** An amount as people write it, in cents as the schema has it. */
export function AmountInput({ cents, change, ...rest }: AmountInputProps) {
  const { i18n } = useTranslation();
  const [typed, setTyped] = useState<number | string>('');
  const french = i18n.language !== 'en';
  return (
    <NumberInput
      // What is being typed (“12,”) says more than the amount it makes, as long as it makes that amount.
      value={centsOf(typed) === cents ? typed : cents === null ? '' : cents / 100}
      onChange={(value) => {
        setTyped(value);
        change(centsOf(value));
      }}
      decimalScale={2}
      decimalSeparator={french ? ',' : '.'}
      allowedDecimalSeparators={[',', '.']}
      thousandSeparator={french ? '\u00a0' : ','}
      suffix={french ? '\u00a0€' : undefined}
      prefix={french ? undefined : '€'}
      hideControls
      inputMode="decimal"
      {...rest}
    />
  );
}
