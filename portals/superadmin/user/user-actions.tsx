import { ActionIcon, Button, Menu } from '@mantine/core';
import { IconDots, IconEye, IconHelpCircle, IconLock, IconLockOpen, IconTrash, IconUserCog } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { type Portal, portalNames } from '../../shared/theme/palette';
import { useRoles } from './use-roles';
import { useUserActs } from './use-user-acts';

const UserEdit = lazy(() => import('./user-edit'));
const UserRoles = lazy(() => import('./user-roles'));
const UserDelete = lazy(() => import('./user-delete'));

const AdminUserActions_user = graphql(`
  fragment AdminUserActions_user on User {
    id name email phone status roleKeys viewerCan { update suspend reactivate delete assignRoles viewAs }
  }
`);

const portalOf = (reach: string): Portal => portalNames.find((portal) => portal === reach.toLowerCase()) ?? 'superadmin';

/** What one may do to somebody: each as the server allows. */
export function UserActions(props: { user: FragmentType<typeof AdminUserActions_user> }) {
  const { t } = useTranslation();
  const { id, name, email, phone, status, roleKeys, viewerCan } = readFragment(AdminUserActions_user, props.user);
  const { permissions } = useViewer();
  const roles = useRoles();
  const { suspend, reactivate } = useUserActs({ id, name });
  const [open, setOpen] = useState<'edit' | 'roles' | 'delete' | null>(null);
  const close = () => setOpen(null);
  const portals = [...new Set((roleKeys ?? []).map((key) => portalOf(roles.get(key)?.reach ?? 'STAFF')))];
  return (
    <>
      <Menu position="bottom-end" width={260}>
        <Menu.Target>
          <ActionIcon variant="default" size={36} aria-label={t('users.more')}>
            <IconDots size={17} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {viewerCan.assignRoles && (
            <Menu.Item leftSection={<IconUserCog size={16} stroke={1.6} />} onClick={() => setOpen('roles')}>
              {t('users.assign')}
            </Menu.Item>
          )}
          {viewerCan.viewAs &&
            portals.map((portal) => (
              <Menu.Item
                key={portal}
                component="a"
                href={`/${portal}/?as=${id}`}
                target="_blank"
                leftSection={<IconEye size={16} stroke={1.6} />}
              >
                {t('users.viewAs', { portal: t(`portals:${portal}.name`) })}
              </Menu.Item>
            ))}
          {permissions.includes('access.explain') && (
            <Menu.Item component={Link} to={`/access?user=${id}`} leftSection={<IconHelpCircle size={16} stroke={1.6} />}>
              {t('users.explain')}
            </Menu.Item>
          )}
          {viewerCan.suspend && status === 'ACTIVE' && (
            <Menu.Item leftSection={<IconLock size={16} stroke={1.6} />} onClick={() => void suspend()}>
              {t('users.suspend')}
            </Menu.Item>
          )}
          {viewerCan.reactivate && status === 'SUSPENDED' && (
            <Menu.Item leftSection={<IconLockOpen size={16} stroke={1.6} />} onClick={() => void reactivate()}>
              {t('users.reactivate')}
            </Menu.Item>
          )}
          {viewerCan.delete && (
            <Menu.Item color="red" leftSection={<IconTrash size={16} stroke={1.6} />} onClick={() => setOpen('delete')}>
              {t('users.delete')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {viewerCan.update && <Button onClick={() => setOpen('edit')}>{t('users.edit')}</Button>}
      <Suspense>
        {open === 'edit' && <UserEdit id={id} name={name} email={email ?? ''} phone={phone ?? ''} close={close} />}
        {open === 'roles' && <UserRoles id={id} roleKeys={roleKeys ?? []} close={close} />}
        {open === 'delete' && <UserDelete id={id} name={name} close={close} />}
      </Suspense>
    </>
  );
}
