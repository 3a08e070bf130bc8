import { useQuery } from '@apollo/client/react';
import { Box, Select, Stack, Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Crumbs } from '../../shared/frame/shell-slots';
import { graphql } from '../../shared/graphql/generated';
import type { SecondFactorRule, UpdateSettingsInput } from '../../shared/graphql/generated/graphql';
import { problemOf } from '../../shared/graphql/problem';
import { useSubmit } from '../../shared/graphql/use-submit';
import { Failure } from '../../shared/ui/failure';
import { done } from '../../shared/ui/notify';
import { Page, PageHeader } from '../../shared/ui/page';
import { Section } from '../../shared/ui/section';
import { RowsSkeleton } from '../../shared/ui/skeletons';

const AdminSettings = graphql(`
  query AdminSettings { settings { selfRegistration magicLink secondFactor } }
`);
const UpdateSettings = graphql(`
  mutation UpdateSettings($input: UpdateSettingsInput!) {
    updateSettings(input: $input) { settings { selfRegistration magicLink secondFactor } userErrors { path code message } }
  }
`);

const rules = ['OPTIONAL', 'STAFF', 'EVERYBODY'] as const satisfies readonly SecondFactorRule[];
const waysIn = ['selfRegistration', 'magicLink'] as const;

/** How the product behaves. Each switch counts at once, for everybody. */
export function Settings() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(AdminSettings, { fetchPolicy: 'network-only' });
  const { submit, pending } = useSubmit(UpdateSettings, { fields: [] });
  const settings = data?.settings;
  const set = async (input: UpdateSettingsInput) => {
    if (await submit({ input }, { refetchQueries: [AdminSettings], awaitRefetchQueries: true })) done(t('settings.saved'));
  };
  return (
    <Page>
      <Crumbs items={[[t('nav.settings')]]} />
      <PageHeader title={t('nav.settings')} lead={t('settings.lead')} />
      {error && !settings && <Failure problem={problemOf(error)} retry={() => void refetch().catch(() => {})} />}
      {!settings && !error && <RowsSkeleton />}
      {settings && (
        <Box maw={760}>
          <Section title={t('settings.waysIn')}>
            <Stack gap="lg">
              {waysIn.map((name) => (
                <Switch
                  key={name}
                  label={t(`settings.way.${name}.label`)}
                  description={t(`settings.way.${name}.text`)}
                  checked={settings[name]}
                  disabled={pending}
                  onChange={(event) => void set({ [name]: event.currentTarget.checked })}
                />
              ))}
              <Select
                maw={420}
                label={t('settings.secondFactor.label')}
                description={t('settings.secondFactor.text')}
                data={rules.map((rule) => ({ value: rule, label: t(`settings.secondFactor.rule.${rule}`) }))}
                value={settings.secondFactor}
                disabled={pending}
                allowDeselect={false}
                onChange={(rule) => void set({ secondFactor: rules.find((one) => one === rule) })}
              />
            </Stack>
          </Section>
        </Box>
      )}
    </Page>
  );
}
