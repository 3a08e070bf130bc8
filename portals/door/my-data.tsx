import '@fontsource-variable/geist/wght.css';
import '../shared/theme/mantine-entrance.css';
import '../shared/theme/mantine-inside.css';
import '../shared/theme/base.css';
import { Button, Center, Loader, MantineProvider } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { StrictMode, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { tokenHere, WayIn, WayInAlert, WayInForm, WayInText } from '../shared/account/way-in';
import { graphql } from '../shared/graphql/generated';
import type { DataArchiveHereQuery } from '../shared/graphql/generated/graphql';
import { hashOf, post } from '../shared/graphql/post';
import { loadWords, startWords } from '../shared/i18n/i18n';
import { resolver, themeFor } from '../shared/theme/theme';
import { bytes, date } from '../shared/ui/format';
import css from './shared-document.module.css';

const DataArchiveHere = graphql(`
  query DataArchiveHere($token: String!) { dataArchiveHere(token: $token) { reference size expiresAt } }
`);
const OpenDataArchive = graphql(`
  mutation OpenDataArchive($input: OpenDataArchiveInput!) {
    openDataArchive(input: $input) { downloadUrl userErrors { path code message } }
  }
`);

type Here = NonNullable<DataArchiveHereQuery['dataArchiveHere']>;
type Opened = { openDataArchive: { downloadUrl?: string; userErrors?: { message: string }[] } };

/** The copy of their data for somebody who has no account: by the link that was mailed to them. */
function MyData() {
  const { t } = useTranslation('my-data');
  const token = tokenHere();
  const [state, setState] = useState<Here | 'looking' | 'over' | 'away'>('looking');
  const look = useCallback(async () => {
    try {
      const { data, errors } = await post<DataArchiveHereQuery>({ hash: hashOf(DataArchiveHere), variables: { token } });
      setState(errors || !data ? 'away' : (data.dataArchiveHere ?? 'over'));
    } catch {
      setState('away');
    }
  }, [token]);
  useEffect(() => void look(), [look]);

  if (state === 'looking')
    return (
      <WayIn portal="client" title={t('looking')} back={false}>
        <Center mih={120}>
          <Loader size="sm" color="gray" />
        </Center>
      </WayIn>
    );
  if (state === 'over' || state === 'away')
    return (
      <WayIn portal="client" title={t(`gone.${state}.title`)} back={false}>
        <WayInText>{t(`gone.${state}.text`)}</WayInText>
        {state === 'away' && <Button onClick={() => void look()}>{t('gone.away.again')}</Button>}
      </WayIn>
    );
  return (
    <WayIn portal="client" title={t('title')} back={false}>
      <WayInText>{t('text', { reference: state.reference })}</WayInText>
      <Download token={token} here={state} changed={look} />
    </WayIn>
  );
}

function Download({ token, here, changed }: { token: string; here: Here; changed: () => Promise<void> }) {
  const { t } = useTranslation('my-data');
  const [pending, setPending] = useState(false);
  const [said, say] = useState<{ problem?: string; begun?: boolean }>({});
  const send = async () => {
    setPending(true);
    say({});
    try {
      const { data, errors } = await post<Opened>({ hash: hashOf(OpenDataArchive), variables: { input: { token } } });
      if (data?.openDataArchive.userErrors?.length) return void (await changed());
      const address = data?.openDataArchive.downloadUrl;
      if (!address) return say({ problem: errors?.[0]?.message ?? t('gone.away.text') });
      say({ begun: true });
      window.location.assign(address);
    } catch {
      say({ problem: t('gone.away.text') });
    } finally {
      setPending(false);
    }
  };
  return (
    <WayInForm send={() => void send()}>
      {said.problem && <WayInAlert>{said.problem}</WayInAlert>}
      <Button type="submit" fullWidth loading={pending} leftSection={<IconDownload size={16} stroke={1.8} />}>
        {t('download')} ({bytes(here.size)})
      </Button>
      <p className={css.sub} role="status">
        {said.begun ? t('begun') : t('until', { date: date(here.expiresAt) })}
      </p>
    </WayInForm>
  );
}

export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await Promise.all([startWords(), loadWords(['my-data', 'way-in'])]);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={themeFor('client')} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <MyData />
      </MantineProvider>
    </StrictMode>,
  );
}
