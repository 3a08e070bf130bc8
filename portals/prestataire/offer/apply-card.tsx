import { Button, Stack, Textarea } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { dateTime } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Section } from '../../shared/ui/section';
import { Application } from './application';
import css from './apply-card.module.css';

const ApplyCard_mission = graphql(`
  fragment ApplyCard_mission on Mission {
    id
    viewerCan { apply }
    applications { id status message createdAt decidedAt }
  }
`);

const PrestataireApply = graphql(`
  mutation PrestataireApply($input: ApplyToMissionInput!) {
    applyToMission(input: $input) {
      application {
        id status message createdAt decidedAt
        mission { id applications { id status message createdAt decidedAt } }
      }
      userErrors { path code message }
    }
  }
`);

/** Asks for the mission, once; from then on it shows what was sent and what became of it. */
export function ApplyCard(props: { mission: FragmentType<typeof ApplyCard_mission> }) {
  const { t } = useTranslation();
  const { id, viewerCan, applications } = readFragment(ApplyCard_mission, props.mission);
  const [message, setMessage] = useState('');
  const { submit, pending, errorsByPath } = useSubmit(PrestataireApply, { fields: ['message'] });
  const [own] = applications;

  async function send(event: FormEvent): Promise<void> {
    event.preventDefault();
    const payload = await submit({ input: { missionId: id, message: message.trim() || null } }, { refetchQueries: 'active' });
    if (payload) done(t('apply.done'));
  }

  if (own)
    return (
      <Section plain title={t('apply.yours')}>
        <div className={css.sent} role="status">
          <Application status={own.status} />
          <p className={css.when}>{t('apply.sentOn', { date: dateTime(own.createdAt) })}</p>
          {own.message && <p className={css.message}>{own.message}</p>}
          {own.status === 'PENDING' && <p className={css.when}>{t('apply.waiting')}</p>}
        </div>
      </Section>
    );
  if (!viewerCan.apply)
    return (
      <Section plain title={t('apply.title')}>
        <p className={css.when}>{t('apply.closed')}</p>
      </Section>
    );
  return (
    <Section plain title={t('apply.title')}>
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="sm">
          <Textarea
            label={t('apply.message')}
            description={t('apply.hint')}
            value={message}
            onChange={(event) => setMessage(event.currentTarget.value)}
            error={errorsByPath.message}
            autosize
            minRows={4}
            maxRows={12}
          />
          <Button type="submit" loading={pending} fullWidth>
            {t('apply.action')}
          </Button>
        </Stack>
      </form>
    </Section>
  );
}
