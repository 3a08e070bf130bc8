import { useQuery } from '@apollo/client/react';
import { Button } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { Failure } from '../../shared/ui/failure';
import { dateTime, relative } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './user.module.css';

const AdminUserSessions = graphql(`
  query AdminUserSessions($id: ID!) {
    user(id: $id) {
      id name openSessions
      openSessionList { id device ip createdAt lastUsedAt }
      viewerCan { endSessions }
    }
  }
`);
const AdminEndUserSessions = graphql(`
  mutation AdminEndUserSessions($input: EndUserSessionsInput!) {
    endUserSessions(input: $input) {
      ended
      user { id openSessions openSessionList { id device ip createdAt lastUsedAt } }
      userErrors { path code message }
    }
  }
`);

/** Where somebody is signed in; whoever stands above them signs them out, on one device or everywhere. */
export function UserSessions({ id }: { id: string }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(AdminUserSessions, { variables: { id } });
  const { submit, pending } = useSubmit(AdminEndUserSessions, { fields: [] });
  const user = data?.user;
  const sessions = user?.openSessionList ?? [];
  const may = user?.viewerCan.endSessions;

  async function end(sessionId: string | null, device: string): Promise<void> {
    const name = user?.name;
    const question = {
      title: sessionId ? t('users.endOneAsk', { name, device }) : t('users.endSessionsAsk', { name }),
      text: t('users.endSessionsText'),
      action: t(sessionId ? 'users.endOne' : 'users.endSessions'),
      danger: true,
    };
    if (!(await confirm(question))) return;
    const payload = await submit({ input: { id, sessionId } });
    if (payload) done(t('users.sessionsEnded', { name, count: payload.ended ?? 0 }));
    else void refetch();
  }

  return (
    <Section
      title={t('users.sessions')}
      count={user ? sessions.length : undefined}
      action={
        may &&
        sessions.length > 0 && (
          <Button size="xs" variant="subtle" color="gray" loading={pending} onClick={() => void end(null, '')}>
            {t('users.endSessions')}
          </Button>
        )
      }
    >
      {error && !data && <Failure problem={problemOf(error)} retry={() => void refetch()} />}
      {!data && !error && <RowsSkeleton rows={1} columns={1} />}
      {user && !sessions.length && <p className={css.may}>{t('users.noSession')}</p>}
      <ul className={css.sessions}>
        {sessions.map(({ id: sessionId, device, ip, createdAt, lastUsedAt }) => (
          <li key={sessionId}>
            <IconDeviceDesktop size={20} stroke={1.5} aria-hidden />
            <div>
              <p>{device}</p>
              <small>
                {[t('users.since', { when: dateTime(createdAt) }), t('users.used', { when: relative(lastUsedAt) }), ip]
                  .filter(Boolean)
                  .join(' · ')}
              </small>
            </div>
            {may && (
              <Button
                size="xs"
                variant="default"
                disabled={pending}
                aria-label={t('users.endOneOn', { device })}
                onClick={() => void end(sessionId, device)}
              >
                {t('users.endOne')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
