import { useQuery } from '@apollo/client/react';
import { Switch } from '@mantine/core';
import { IconForms } from '@tabler/icons-react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Primary } from '../../shared/frame/primary';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import { problemOf } from '../../shared/graphql/problem';
import { Empty } from '../../shared/ui/empty';
import { Failure } from '../../shared/ui/failure';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import css from './custom-field.module.css';
import { CustomFieldRow } from './custom-field-row';
import { useCustomFieldActs } from './use-custom-field-acts';

const CustomFieldForm = lazy(() => import('./custom-field-form'));

const AdminCustomFields = graphql(`
  query AdminCustomFields {
    customFields(archived: true) { id archived position ...CustomFieldRow_field ...CustomFieldForm_field }
  }
`);

/** What the house wants to know of its customers beside the usual, in the order of forms. */
export function CustomFieldList() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(AdminCustomFields, { fetchPolicy: 'cache-and-network' });
  const [edited, edit] = useState<string>();
  const [showing, show] = useState(false);
  const { move, archive } = useCustomFieldActs();
  const all = [...(data?.customFields ?? [])].sort((a, b) => a.position - b.position);
  const asked = all.filter(({ archived }) => !archived);
  const put = all.filter(({ archived }) => archived);
  const ids = asked.map(({ id }) => id);
  const field = data?.customFields.find(({ id }) => id === edited);
  const create = { label: t('custom-fields.new'), run: () => edit('new') };
  return (
    <Page>
      <Crumbs items={[[t('nav.customFields')]]} />
      <PageHeader title={t('nav.customFields')} lead={t('custom-fields.lead')} actions={<Primary {...create} />} />
      {error && !data && <Failure problem={problemOf(error)} retry={() => void refetch().catch(() => {})} />}
      {!data && !error && <RowsSkeleton rows={4} columns={3} />}
      {data && all.length === 0 && (
        <Empty icon={IconForms} title={t('custom-fields.empty')}>
          {t('custom-fields.emptyText')}
        </Empty>
      )}
      {asked.length > 0 && (
        <Section title={t('custom-fields.asked')} count={asked.length}>
          <ul className={css.rows}>
            {asked.map((one, at) => (
              <CustomFieldRow
                key={one.id}
                field={one}
                edit={() => edit(one.id)}
                up={at > 0 ? () => void move(ids, at, at - 1) : undefined}
                down={at < asked.length - 1 ? () => void move(ids, at, at + 1) : undefined}
                archive={(label) => void archive(one.id, label, true)}
              />
            ))}
          </ul>
        </Section>
      )}
      {put.length > 0 && (
        <div className={css.archived}>
          <Switch
            label={t('custom-fields.showArchived', { count: put.length })}
            checked={showing}
            onChange={(event) => show(event.currentTarget.checked)}
          />
          {showing && (
            <Section title={t('custom-fields.archived')} count={put.length}>
              <ul className={css.rows}>
                {put.map((one) => (
                  <CustomFieldRow key={one.id} field={one} restore={(label) => void archive(one.id, label, false)} />
                ))}
              </ul>
            </Section>
          )}
        </div>
      )}
      {edited && (field || edited === 'new') && (
        <Suspense>
          <CustomFieldForm key={edited} field={field} close={() => edit(undefined)} reread={() => void refetch()} />
        </Suspense>
      )}
    </Page>
  );
}
