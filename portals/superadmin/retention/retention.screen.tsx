import { useQuery } from '@apollo/client/react';
import { Button, Group } from '@mantine/core';
import { IconFlask, IconPlayerPlay } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useViewer } from '../../shared/auth/session';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { confirm } from '../../shared/ui/confirm';
import { Failure } from '../../shared/ui/failure';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { Status } from '../../shared/ui/status';
import css from './retention.module.css';
import { RunList } from './run-list';

const RuleForm = lazy(() => import('./rule-form'));

const AdminRetention = graphql(`
  query AdminRetention {
    retentionRules {
      id category name counted source action personal months active
      viewerCan { update }
      ...RetentionRuleForm_rule
    }
  }
`);
const StartRetention = graphql(`
  mutation StartRetention($input: StartRetentionRunInput!) {
    startRetentionRun(input: $input) { retentionRun { id } userErrors { path code message } }
  }
`);

const kept = ['trail', 'consents', 'invoices', 'holds'] as const;

/** How long what is kept: the rules, what no rule touches, and the reports of what went. */
export function Retention() {
  const { t } = useTranslation();
  const go = useNavigate();
  const { permissions } = useViewer();
  const { data, error, refetch } = useQuery(AdminRetention, { fetchPolicy: 'cache-and-network' });
  const start = useSubmit(StartRetention, { fields: [] });
  const [edited, edit] = useState<string>();
  const chosen = data?.retentionRules.find(({ id }) => id === edited);
  const begin = async (dryRun: boolean) => {
    const text = { title: t('retention.apply'), text: t('retention.applyText'), action: t('retention.apply'), danger: true };
    if (!dryRun && !(await confirm(text))) return;
    const payload = await start.submit({ input: { dryRun } }, { refetchQueries: ['AdminRetentionRuns'] });
    if (payload?.retentionRun) await go(`/retention/${payload.retentionRun.id}`);
  };
  return (
    <Page>
      <Crumbs items={[[t('nav.retention')]]} />
      <PageHeader
        title={t('nav.retention')}
        lead={t('retention.lead')}
        actions={
          permissions.includes('retention.manage') && (
            <Group gap="xs">
              <Button
                variant="default"
                leftSection={<IconPlayerPlay size={15} stroke={1.8} />}
                disabled={start.pending}
                onClick={() => void begin(false)}
              >
                {t('retention.apply')}
              </Button>
              <Button leftSection={<IconFlask size={15} stroke={1.8} />} loading={start.pending} onClick={() => void begin(true)}>
                {t('retention.dryRun')}
              </Button>
            </Group>
          )
        }
      />
      {error && !data && <Failure problem={problemOf(error)} retry={() => void refetch().catch(() => {})} />}
      {!data && !error && <RowsSkeleton rows={8} columns={3} />}
      {data && (
        <div className={css.stack}>
          {[true, false].map((personal) => (
            <Section key={String(personal)} title={t(personal ? 'retention.people' : 'retention.technical')} flush>
              <ul className={css.rows}>
                {data.retentionRules
                  .filter((rule) => rule.personal === personal)
                  .map(({ id, name, counted, source, action, months, active, viewerCan }) => (
                    <li key={id} className={css.row} data-row>
                      <span className={css.what}>
                        <b>{name}</b>
                        <span className={css.sub}>{source}</span>
                      </span>
                      <span className={css.period}>
                        {t('retention.monthsAfter', { count: months, what: counted })}
                        <span className={css.sub}>{t(`retention.actions.${action}`)}</span>
                      </span>
                      <Status tone={active ? 'green' : 'gray'}>{t(active ? 'retention.on' : 'retention.off')}</Status>
                      {viewerCan.update && (
                        <Button
                          size="xs"
                          variant="default"
                          aria-label={t('retention.editNamed', { name })}
                          onClick={() => edit(id)}
                        >
                          {t('retention.edit')}
                        </Button>
                      )}
                    </li>
                  ))}
              </ul>
            </Section>
          ))}
          <RunList />
          <Section title={t('retention.untouched')}>
            <ul className={css.reasons}>
              {kept.map((what) => (
                <li key={what}>{t(`retention.kept.${what}`)}</li>
              ))}
            </ul>
          </Section>
        </div>
      )}
      <Suspense>{chosen && <RuleForm key={chosen.id} rule={chosen} close={() => edit(undefined)} />}</Suspense>
    </Page>
  );
}
