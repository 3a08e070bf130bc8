import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { DetailScreen } from '../../shared/frame/detail-screen';
import { panel } from '../../shared/frame/screen';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { dateTime, phoneText } from '../../shared/ui/format';
import { Facts, Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { useRights, useRoles } from './use-roles';
import css from './user.module.css';
import { UserActions } from './user-actions';
import { UserMark } from './user-mark';
import { UserState } from './user-state';

const UserAccess = panel(() => import('../membership/user-access'), 'customer', 'memberships');

const UserSessions = panel(() => import('./user-sessions'));

const AdminUser = graphql(`
  query AdminUser($id: ID!) {
    user(id: $id) { id name email phone status lastLoginAt createdAt roleKeys openSessions hasSecondFactor ...AdminUserActions_user }
  }
`);

/** Who somebody is, and what their roles let them do. */
export function User() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdminUser, { variables: { id } });
  const rights = useRights();
  const roles = useRoles();
  const { permissions } = useViewer();
  const user = data?.user ?? undefined;
  const isClient = user?.roleKeys?.some((key) => key === 'client' || roles.get(key)?.reach === 'CLIENT');
  return (
    <DetailScreen
      crumbs={[[t('nav.users'), '/users'], [user?.name ?? '…']]}
      problem={error && problemOf(error)}
      retry={() => void refetch()}
      missing={data?.user === null}
      header={
        user && {
          mark: <UserMark name={user.name} size={44} />,
          title: user.name,
          badges: user.status && <UserState status={user.status} />,
          meta: user.email && user.status !== 'DELETED' && <a href={`mailto:${user.email}`}>{user.email}</a>,
          actions: <UserActions user={user} />,
        }
      }
      rail={
        user && (
          <Section plain title={t('users.account')}>
            <Facts
              items={[
                [t('users.phone'), user.phone ? phoneText(user.phone) : '—'],
                [t('users.lastLogin'), user.lastLoginAt ? dateTime(user.lastLoginAt) : t('users.never')],
                ...(user.hasSecondFactor == null
                  ? []
                  : [[t('users.secondFactor'), t(user.hasSecondFactor ? 'users.on' : 'users.off')] as [string, string]]),
                [t('users.created'), user.createdAt ? dateTime(user.createdAt) : '—'],
              ]}
            />
          </Section>
        )
      }
    >
      {isClient && permissions.includes('membership.read') && (
        <Suspense fallback={<RowsSkeleton rows={1} columns={1} />}>
          <UserAccess id={id} />
        </Suspense>
      )}
      {user?.roleKeys?.map((key) => {
        const role = roles.get(key);
        return (
          <Section
            key={key}
            title={role?.name ?? key}
            count={role?.permissions.length}
            action={
              role && (
                <Button variant="default" size="compact-sm" component={Link} to={`/roles/${role.id}`}>
                  {t('users.seeRole')}
                </Button>
              )
            }
          >
            {role && (
              <>
                <p className={css.may}>{t('users.may', { portal: t(`users.reach.${role.reach}`) })}</p>
                <ul className={css.permissions}>
                  {role.permissions.map((permission) => (
                    <li key={permission}>{rights.get(permission) ?? permission}</li>
                  ))}
                </ul>
              </>
            )}
          </Section>
        );
      })}
      {user?.openSessions != null && (
        <Suspense fallback={<RowsSkeleton rows={1} columns={1} />}>
          <UserSessions id={id} />
        </Suspense>
      )}
    </DetailScreen>
  );
}
