import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import type { RoleDraft } from './role-draft';
import { RoleForm } from './role-form';

const AdminCreateRole = graphql(`
  mutation AdminCreateRole($input: CreateRoleInput!) {
    createRole(input: $input) { role { id name } userErrors { path code message } }
  }
`);

/** Signing in and out is what every role is for. */
const blank: RoleDraft = { key: '', name: '', reach: 'STAFF', rank: 45, permissions: ['viewer.read', 'session.end'] };

export function RoleNew() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { submit, pending, errorsByPath } = useSubmit(AdminCreateRole);
  async function send({ permissions, ...fields }: RoleDraft): Promise<void> {
    const payload = await submit(
      { input: { ...fields, permissions: [...permissions] } },
      { refetchQueries: ['AdminRoleList', 'AdminRoles'] },
    );
    if (!payload?.role) return;
    done(t('roles.made', { name: payload.role.name }));
    void navigate(`/roles/${payload.role.id}`);
  }
  return (
    <RoleForm
      title={t('roles.new')}
      crumbs={[[t('nav.roles'), '/roles'], [t('roles.new')]]}
      before={blank}
      kind="new"
      holders={0}
      mayChange
      action={t('roles.make')}
      pending={pending}
      errors={errorsByPath}
      send={(draft) => void send(draft)}
    />
  );
}
