import { Button } from '@mantine/core';
import { IconDeviceDesktop } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { useSubmit } from '../graphql/use-submit';
import { confirm } from '../ui/confirm';
import { dateTime, relative } from '../ui/format';
import { done } from '../ui/notify';
import { Section } from '../ui/section';
import { Status } from '../ui/status';
import { again, RevokeOtherSessions, RevokeSession } from './operations';
import css from './security.module.css';

const SessionList_viewer = graphql(`
  fragment SessionList_viewer on Viewer {
    sessions { id device ip createdAt lastUsedAt current }
  }
`);

/** Where somebody is signed in. The one at hand ends by signing out. */
export function SessionList(props: { viewer: FragmentType<typeof SessionList_viewer> }) {
  const { t } = useTranslation('security');
  const { sessions } = readFragment(SessionList_viewer, props.viewer);
  const revoke = useSubmit(RevokeSession);
  const others = useSubmit(RevokeOtherSessions);
  const rows = [...sessions].sort((a, b) => Number(b.current) - Number(a.current));

  async function everywhereElse(): Promise<void> {
    const question = { title: t('session.others'), text: t('session.othersText'), action: t('session.others'), danger: true };
    if (!(await confirm(question))) return;
    const payload = await others.submit({}, again);
    if (payload) done(t('session.ended', { count: payload.ended ?? 0 }));
  }

  return (
    <Section title={t('session.title')} count={sessions.length}>
      <ul className={css.list}>
        {rows.map(({ id, device, ip, createdAt, lastUsedAt, current }) => (
          <li key={id}>
            <IconDeviceDesktop size={20} stroke={1.5} aria-hidden className={css.glyph} />
            <div className={css.main}>
              <p className={css.name}>
                {device}
                {current && <Status tone="green">{t('session.here')}</Status>}
              </p>
              <p className={css.sub}>
                {[
                  t('session.since', { when: dateTime(createdAt) }),
                  current ? null : t('session.used', { when: relative(lastUsedAt) }),
                  ip && t('session.from', { ip }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </div>
            {!current && (
              <Button
                variant="default"
                loading={revoke.pending}
                aria-label={t('session.endOne', { device })}
                onClick={() => void revoke.submit({ input: { id } }, again)}
              >
                {t('session.end')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <div className={css.foot}>
          <Button variant="default" loading={others.pending} onClick={() => void everywhereElse()}>
            {t('session.others')}
          </Button>
        </div>
      )}
    </Section>
  );
}
