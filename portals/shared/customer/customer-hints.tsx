import { Anchor } from '@mantine/core';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { phoneText } from '../ui/format';
import { regionName } from '../ui/region';
import type { CustomerCheck } from './use-customer-check';
import type { CustomerWords } from './use-customer-save';

const spacedSiren = (siren: string) => siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3');

/** What the identifiers mean, below their fields: the company and its establishment, its VAT number, where a phone number is from. */
export function identityHints(
  check: CustomerCheck | undefined,
  values: CustomerWords,
  takeVatNumber: (vatNumber: string) => void,
  t: TFunction<['customer', 'ui']>,
): Partial<Record<keyof CustomerWords, ReactNode>> {
  const { siret, phone } = check ?? {};
  const hints: Partial<Record<keyof CustomerWords, ReactNode>> = {};
  if (values.siret && siret?.siren)
    hints.siret = t('customer:hint.siret', { siren: spacedSiren(siret.siren), establishment: siret.establishment });
  const vatNumber = siret?.vatNumber;
  if (vatNumber && !values.vatNumber)
    hints.vatNumber = (
      <>
        {t('customer:hint.vatNumber', { vatNumber })}{' '}
        <Anchor component="button" type="button" inherit onClick={() => takeVatNumber(vatNumber)}>
          {t('customer:hint.take')}
        </Anchor>
      </>
    );
  if (values.phone && phone?.country && phone.country !== 'FR')
    hints.phone = `${phoneText(phone.number)} · ${regionName(phone.country)}`;
  return hints;
}
