import { useQuery } from '@apollo/client/react';
import { Autocomplete, Group, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../graphql/generated';
import css from './contact.module.css';

const SuggestCommunes = graphql(`
  query SuggestCommunes($postalCode: String, $name: String) {
    suggestCommunes(postalCode: $postalCode, name: $name, first: 20) { code name postalCodes formerNames }
  }
`);

type Words = { postalCode: string; city: string; country: string };
type CommuneFieldsProps<T extends Words> = { form: UseFormReturnType<T>; errors: Record<string, string | undefined> };

const pause = 150;
const shown = 3;

/** `ST ETIENNE` and `Saint-Étienne` alike. */
const plain = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .replace(/\bst(e?)\b/g, 'saint$1')
    .trim();

/** Postal code and city: each helps to find the other, in France. What fits nothing we know is told, not refused. */
export function CommuneFields<T extends Words>({ form, errors }: CommuneFieldsProps<T>) {
  const { t } = useTranslation('contact');
  const { postalCode, city, country } = form.getValues();
  const code = postalCode.replace(/\s/g, '');
  const french = country.trim().toUpperCase() === 'FR';
  const whole = french && /^\d{5}$/.test(code);
  const [asked] = useDebouncedValue(whole ? code : city.trim(), pause);
  const byCode = /^\d{5}$/.test(asked);
  const skip = !french || asked.length < 2;
  const { data, previousData, loading } = useQuery(SuggestCommunes, {
    variables: byCode ? { postalCode: asked } : { name: asked },
    skip,
  });
  const communes = (skip ? undefined : (data ?? previousData))?.suggestCommunes ?? [];
  const settled = whole && !loading && asked === code;
  const names = communes.map(({ name }) => name);

  const setCity = (name: string) => form.setFieldValue('city', name as never);
  const only = settled && names.length === 1 ? names[0] : undefined;
  useEffect(() => {
    if (only && form.getValues().city.trim() === '') form.setFieldValue('city', only as never);
  }, [only, form]);

  const fits = communes.some(({ name, formerNames }) =>
    [name, ...formerNames].some((each) => plain(city).startsWith(plain(each))),
  );
  const known = names.slice(0, shown).join(', ') + (names.length > shown ? '…' : '');
  const hint = !settled
    ? ''
    : names.length === 0
      ? t('address.noCommune')
      : city.trim() && !fits
        ? t('address.codeOf', { communes: known })
        : '';

  const pick = (name: string) => {
    setCity(name);
    // Several communes of that name, or several codes: whoever writes knows which.
    const [first, ...others] = communes.filter((one) => one.name === name).flatMap(({ postalCodes }) => postalCodes);
    if (!whole && first && others.length === 0) form.setFieldValue('postalCode', first as never);
  };
  return (
    <div>
      <Group gap="sm" align="flex-start" wrap="nowrap">
        <TextInput
          label={t('address.postalCode')}
          autoComplete="off"
          inputMode={french ? 'numeric' : undefined}
          required
          w={128}
          flex="none"
          placeholder="29200"
          {...form.getInputProps('postalCode')}
          aria-describedby="postal-code-hint"
          error={errors.postalCode}
        />
        <Autocomplete
          label={t('address.city')}
          autoComplete="off"
          required
          flex={1}
          data={[...new Set(names)]}
          // The server has searched already; a code's communes are all offered.
          filter={({ options }) => options}
          {...form.getInputProps('city')}
          onChange={(name) => setCity(name)}
          onOptionSubmit={pick}
          error={errors.city}
        />
      </Group>
      <p id="postal-code-hint" className={css.hint} role="status">
        {errors.postalCode ? '' : hint}
      </p>
    </div>
  );
}
