import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { Fields, FormScreen } from '../../shared/frame/form-screen';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { RoleChoice } from './role-choice';
import { inputOf, UserFields, type UserWords } from './user-fields';

const AdminCreateUser = graphql(`
  mutation AdminCreateUser($input: CreateUserInput!) {
    createUser(input: $input) { user { id name } userErrors { path code message } }
  }
`);

/** A new account: they choose its password themselves, by mail. */
export function UserNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { submit, pending, errorsByPath: errors } = useSubmit(AdminCreateUser);
  const [words, setWords] = useState<UserWords>({ name: '', email: '', phone: '', locale: null });
  const [roleKeys, setRoleKeys] = useState<string[]>([]);

  async function send(): Promise<void> {
    const payload = await submit({ input: { ...inputOf(words), roleKeys } }, { refetchQueries: ['AdminUsers'] });
    if (!payload?.user) return;
    done(t('users.made', { name: payload.user.name }));
    void navigate(`/users/${payload.user.id}`);
  }

  return (
    <FormScreen
      title={t('users.new')}
      lead={t('users.newText')}
      crumbs={[[t('nav.users'), '/users'], [t('users.new')]]}
      action={t('users.make')}
      pending={pending}
      send={() => void send()}
      back="/users"
    >
      <Section title={t('users.who')}>
        <Fields>
          <UserFields words={words} set={(patch) => setWords((now) => ({ ...now, ...patch }))} errors={errors} />
        </Fields>
      </Section>
      <Section title={t('users.rights')}>
        <RoleChoice keys={roleKeys} change={setRoleKeys} error={errors.roleKeys} />
      </Section>
    </FormScreen>
  );
}
