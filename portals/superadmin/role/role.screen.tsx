import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { number } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Facts, Section } from '../../shared/ui/section';
import type { RoleDraft } from './role-draft';
import { RoleForm } from './role-form';

const AdminRole = graphql(`
  query AdminRole($id: ID!) { role(id: $id) { id key name reach rank builtIn permissions holders viewerCan { update delete } } }
`);
const AdminUpdateRole = graphql(`
  mutation AdminUpdateRole($input: UpdateRoleInput!) {
    updateRole(input: $input) { role { id name reach rank permissions } userErrors { path code message } }
  }
`);
const AdminDeleteRole = graphql(`
  mutation AdminDeleteRole($input: DeleteRoleInput!) { deleteRole(input: $input) { id userErrors { path code message } } }
`);

const readers = { refetchQueries: ['AdminRoleList', 'AdminRoles'] };

export function Role() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(AdminRole, { variables: { id } });
  const saving = useSubmit(AdminUpdateRole);
  const deleting = useSubmit(AdminDeleteRole, { fields: [] });
  const role = data?.role;
  if (!role)
    return (
      <DetailScreen
        crumbs={[[t('nav.roles'), '/roles'], ['…']]}
        problem={error && problemOf(error)}
        retry={() => void refetch().catch(() => {})}
        missing={role === null}
      />
    );
  const { name, builtIn, holders, viewerCan } = role;

  async function save({ name, reach, rank, permissions }: RoleDraft): Promise<void> {
    const where = builtIn ? {} : { reach, rank };
    if (await saving.submit({ input: { id, name, permissions: [...permissions], ...where } }, readers)) done(t('roles.saved'));
  }
  async function remove(): Promise<void> {
    const question = {
      title: t('roles.deleteAsk', { name }),
      text: t('roles.deleteText'),
      action: t('roles.delete'),
      danger: true,
    };
    if (!(await confirm(question)) || !(await deleting.submit({ input: { id } }, readers))) return;
    done(t('roles.deleted', { name }));
    void navigate('/roles');
  }

  return (
    <RoleForm
      // Saved: what was changed is now what it begins from.
      key={`${role.id} ${role.permissions.join()}`}
      title={name}
      crumbs={[[t('nav.roles'), '/roles'], [name]]}
      before={role}
      kind={builtIn ? 'builtIn' : 'own'}
      holders={holders ?? 0}
      mayChange={viewerCan.update}
      action={t('ui:save')}
      pending={saving.pending}
      errors={saving.errorsByPath}
      send={(draft) => void save(draft)}
    >
      <Section plain title={t('roles.whoHas')}>
        <Facts items={[[t('roles.holders'), number(holders ?? 0)]]} />
        {viewerCan.delete && (
          <Button
            mt="sm"
            variant="default"
            color="red"
            disabled={(holders ?? 0) > 0}
            loading={deleting.pending}
            onClick={() => void remove()}
          >
            {t('roles.delete')}
          </Button>
        )}
      </Section>
    </RoleForm>
  );
}
