import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDrawer } from '../../shared/frame/form-drawer';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { RoleChoice } from './role-choice';
import css from './user.module.css';

const AdminAssignRoles = graphql(`
  mutation AdminAssignRoles($input: AssignRolesInput!) {
    assignRoles(input: $input) {
      user { id roleKeys openSessions viewerCan { update suspend reactivate delete assignRoles viewAs } }
      userErrors { path code message }
    }
  }
`);

type UserRolesProps = { id: string; roleKeys: readonly string[]; close: () => void };

export default function UserRoles({ id, roleKeys, close }: UserRolesProps) {
  const { t } = useTranslation();
  const { submit, pending, errorsByPath } = useSubmit(AdminAssignRoles, { fields: ['roleKeys'] });
  const [keys, setKeys] = useState([...roleKeys]);
  async function send(): Promise<void> {
    if (!(await submit({ input: { id, roleKeys: keys } }, { refetchQueries: ['AdminUsers'] }))) return;
    done(t('users.rolesSaved'));
    close();
  }
  return (
    <FormDrawer title={t('users.assign')} pending={pending} send={() => void send()} close={close}>
      <p className={css.may}>{t('users.assignText')}</p>
      <RoleChoice keys={keys} change={setKeys} error={errorsByPath.roleKeys} />
    </FormDrawer>
  );
}
