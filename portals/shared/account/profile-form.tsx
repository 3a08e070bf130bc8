import { Button, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useTranslation } from 'react-i18next';
import { renew } from '../auth/session';
import { graphql } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { phoneText } from '../ui/format';
import { done } from '../ui/notify';
import css from './account.module.css';

const UpdateProfile = graphql(`
  mutation UpdateMyProfile($input: UpdateProfileInput!) {
    updateProfile(input: $input) { viewer { id name phone locale } userErrors { path code message } }
  }
`);

type ProfileFormProps = { viewer: { name: string; phone?: string | null; locale?: string | null } };
const browser = 'browser';

export function ProfileForm({ viewer }: ProfileFormProps) {
  const { t } = useTranslation('profile');
  const { submit, pending, errorsByPath } = useSubmit(UpdateProfile, { fields: ['name', 'phone', 'locale'] });
  const form = useForm({
    initialValues: {
      name: viewer.name,
      phone: viewer.phone ? phoneText(viewer.phone) : '',
      locale: viewer.locale ?? browser,
    },
  });
  const send = form.onSubmit(async ({ name, phone, locale }) => {
    const input = { name, phone: phone || null, locale: locale === browser ? null : locale };
    if (!(await submit({ input }))) return;
    form.resetDirty();
    done(t('saved'));
    // The frame shows the name, and speaks the language, of the session.
    await renew().catch(() => false);
  });
  return (
    <form onSubmit={(event) => void send(event)} className={css.form} noValidate>
      <TextInput label={t('name')} autoComplete="name" {...form.getInputProps('name')} error={errorsByPath.name} />
      <TextInput label={t('phone')} type="tel" autoComplete="tel" {...form.getInputProps('phone')} error={errorsByPath.phone} />
      <Select
        label={t('locale')}
        description={t('localeText')}
        allowDeselect={false}
        data={[
          { value: browser, label: t('localeBrowser') },
          { value: 'fr', label: 'Français' },
          { value: 'en', label: 'English' },
        ]}
        {...form.getInputProps('locale')}
        error={errorsByPath.locale}
      />
      <Button type="submit" loading={pending} disabled={!form.isDirty()}>
        {t('ui:save')}
      </Button>
    </form>
  );
}
