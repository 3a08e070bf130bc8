import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { inputOf, UserFields, type UserWords } from './user-fields';

const AdminUpdateUser = graphql(`
  mutation AdminUpdateUser($input: UpdateUserInput!) {
    updateUser(input: $input) { user { id name email phone } userErrors { path code message } }
  }
`);

type UserEditProps = { id: string; name: string; email: string; phone: string; close: () => void };

/** The language stays as it is unless one is chosen: it is theirs, and not shown to us. */
export default function UserEdit({ id, close, ...before }: UserEditProps) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(AdminUpdateUser);
  const [words, setWords] = useState<UserWords>({ ...before, locale: null });
  async function send(): Promise<void> {
    const { locale, ...input } = inputOf(words);
    const payload = await submit({ input: { id, ...input, ...(locale ? { locale } : {}) } });
    if (!payload) return;
    done(t('users.saved'));
    close();
  }
  return (
    <FormDrawer title={t('users.edit')} pending={pending} send={() => void send()} close={close}>
      <UserFields words={words} set={(patch) => setWords((now) => ({ ...now, ...patch }))} errors={errorsByPath} />
    </FormDrawer>
  );
}
