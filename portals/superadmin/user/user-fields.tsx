import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/graphql/generated/graphql';

export type UserWords = { name: string; email: string; phone: string; locale: Language | null };

export const inputOf = ({ name, email, phone, locale }: UserWords) => ({ name, email, phone: phone || null, locale });

type UserFieldsProps = { words: UserWords; set: (patch: Partial<UserWords>) => void; errors: Record<string, string> };

/** Who somebody is: the same for a new one and for one that changes. */
export function UserFields({ words, set, errors }: UserFieldsProps) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput
        label={t('users.name')}
        required
        autoComplete="off"
        value={words.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
        error={errors.name}
      />
      <TextInput
        label={t('users.email')}
        type="email"
        required
        autoComplete="off"
        value={words.email}
        onChange={(event) => set({ email: event.currentTarget.value })}
        error={errors.email}
      />
      <TextInput
        label={t('users.phone')}
        type="tel"
        autoComplete="off"
        value={words.phone}
        onChange={(event) => set({ phone: event.currentTarget.value })}
        error={errors.phone}
      />
      <Select
        label={t('users.language')}
        placeholder={t('users.browserLanguage')}
        clearable
        data={(['FR', 'EN'] as const).map((value) => ({ value, label: t(`users.languages.${value}`) }))}
        value={words.locale}
        onChange={(locale) => set({ locale: locale as Language | null })}
        error={errors.locale}
      />
    </>
  );
}
