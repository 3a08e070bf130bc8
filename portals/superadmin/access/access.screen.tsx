import { useLazyQuery, useQuery } from '@apollo/client/react';
import { Button, Select, TextInput } from '@mantine/core';
import { type FormEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Fields } from '../../shared/frame/form-screen';
import { Crumbs } from '../../shared/frame/shell-slots';
import { useUrlState } from '../../shared/frame/use-url-state';
import { graphql } from '../../shared/graphql/generated';
import type { Portal } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { portalNames } from '../../shared/theme/palette';
import { Failure } from '../../shared/ui/failure';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';
import { PersonPicker } from '../user/person-picker';
import css from './access.module.css';
import { Explanation } from './explanation';

const AdminAccessTypes = graphql(`
  query AdminAccessTypes { accessTypes { name fields } }
`);
const AdminExplainAccess = graphql(`
  query AdminExplainAccess($input: ExplainAccessInput!) { explainAccess(input: $input) { userId ...Explanation_access } }
`);

/** The identifier of a record, also out of the address of its page. */
const idIn = (text: string): string => /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/i.exec(text)?.[0] ?? text.trim();

/** Why can or can't somebody see something. `?user=`, `?type=`, `?id=`, `?field=` and `?portal=` ask at once. */
export function Access() {
  const { t } = useTranslation();
  const { get, set } = useUrlState();
  const { data: types } = useQuery(AdminAccessTypes);
  const [ask, { data, error, loading, called }] = useLazyQuery(AdminExplainAccess, { fetchPolicy: 'network-only' });
  const [userId, setUser] = useState(get('user'));
  const [typeName, setType] = useState(get('type'));
  const [id, setId] = useState(get('id') ?? '');
  const [field, setField] = useState(get('field'));
  const [portal, setPortal] = useState(get('portal'));
  const names = types?.accessTypes.map(({ name }) => name) ?? [];
  const fields = types?.accessTypes.find(({ name }) => name === typeName)?.fields ?? [];
  const isWhole = Boolean(userId && typeName && id.trim());

  function send(): void {
    if (!userId || !typeName) return;
    const input = { userId, typeName, id: idIn(id), field: field || null, portal: (portal?.toUpperCase() as Portal) || null };
    set({ user: userId, type: typeName, id: idIn(id), field, portal });
    ask({ variables: { input } }).catch(() => undefined);
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: an address that says everything is a question
  useEffect(() => {
    if (isWhole) send();
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };

  return (
    <Page>
      <Crumbs items={[[t('nav.access')]]} />
      <PageHeader title={t('nav.access')} lead={t('access.lead')} />
      <div className={css.columns}>
        <form onSubmit={submit} noValidate>
          <Section title={t('access.question')}>
            <Fields>
              <PersonPicker label={t('access.person')} value={userId} change={setUser} />
              <Select
                label={t('access.portal')}
                placeholder={t('access.highest')}
                clearable
                data={portalNames.map((value) => ({ value, label: t(`portals:${value}.name`) }))}
                value={portal}
                onChange={setPortal}
              />
              <Select
                label={t('access.type')}
                required
                searchable
                data={names.map((value) => ({ value, label: t(`access.types.${value}`, { defaultValue: value }) }))}
                value={typeName}
                onChange={(value) => {
                  setType(value);
                  setField(null);
                }}
              />
              <Select
                label={t('access.field')}
                placeholder={t('access.whole')}
                clearable
                searchable
                data={[...fields]}
                value={field}
                onChange={setField}
              />
            </Fields>
            <TextInput
              mt="sm"
              label={t('access.id')}
              description={t('access.idHint')}
              required
              value={id}
              onChange={(event) => setId(event.currentTarget.value)}
            />
            <Button type="submit" mt="md" disabled={!isWhole} loading={loading}>
              {t('access.ask')}
            </Button>
          </Section>
        </form>
        <div aria-live="polite">
          {error && <Failure problem={problemOf(error)} retry={send} />}
          {loading && !data && <RowsSkeleton rows={6} columns={1} />}
          {data?.explainAccess && <Explanation access={data.explainAccess} />}
          {called && !loading && !error && data && !data.explainAccess && <p className={css.nobody}>{t('access.nobody')}</p>}
        </div>
      </div>
    </Page>
  );
}
