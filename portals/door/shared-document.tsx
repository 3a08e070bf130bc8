import '@fontsource-variable/geist/wght.css';
import '../shared/theme/mantine-entrance.css';
import '../shared/theme/mantine-inside.css';
import '../shared/theme/base.css';
import { Button, Center, Loader, MantineProvider, PasswordInput } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { StrictMode, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Trans, useTranslation } from 'react-i18next';
import { tokenHere, WayIn, WayInAlert, WayInForm, WayInText } from '../shared/account/way-in';
import { graphql } from '../shared/graphql/generated';
import type { SharedDocumentHereQuery } from '../shared/graphql/generated/graphql';
import { hashOf, post } from '../shared/graphql/post';
import { loadWords, startWords } from '../shared/i18n/i18n';
import { resolver, themeFor } from '../shared/theme/theme';
import { FileMark } from '../shared/ui/file-mark';
import { bytes, date } from '../shared/ui/format';
import css from './shared-document.module.css';

const SharedDocumentHere = graphql(`
  query SharedDocumentHere($token: String!) {
    documentShare(token: $token) { name size mime sharedBy expiresAt hasPassword downloadsLeft }
  }
`);
const OpenSharedDocument = graphql(`
  mutation OpenSharedDocument($input: OpenDocumentShareInput!) {
    openDocumentShare(input: $input) { downloadUrl userErrors { path code message } }
  }
`);

type Shared = NonNullable<SharedDocumentHereQuery['documentShare']>;
type State = Shared | 'looking' | 'over' | 'away';

/** What a link to a document gives, to anybody who has it: no account, nothing to look around in. */
function SharedDocument() {
  const { t } = useTranslation('shared-document');
  const token = tokenHere();
  const [state, setState] = useState<State>('looking');
  const look = useCallback(async () => {
    try {
      const { data, errors } = await post<SharedDocumentHereQuery>({ hash: hashOf(SharedDocumentHere), variables: { token } });
      setState(errors || !data ? 'away' : (data.documentShare ?? 'over'));
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
      <WayInText>
        <Trans t={t} i18nKey="by" values={{ name: state.sharedBy }} components={{ b: <strong /> }} />
      </WayInText>
      <div className={css.file}>
        <FileMark name={state.name} />
        <div className={css.about}>
          <span className={css.name}>{state.name}</span>
          <span className={css.sub}>{bytes(state.size)}</span>
        </div>
      </div>
      <Download token={token} shared={state} changed={look} />
    </WayIn>
  );
}

type DownloadProps = { token: string; shared: Shared; changed: () => Promise<void> };

function Download({ token, shared: { hasPassword, expiresAt, downloadsLeft }, changed }: DownloadProps) {
  const { t } = useTranslation('shared-document');
  const [pending, setPending] = useState(false);
  const [said, say] = useState<{ field?: string; page?: string; begun?: boolean }>({});
  const send = async (form: FormData) => {
    setPending(true);
    say({});
    try {
      const variables = { input: { token, password: hasPassword ? String(form.get('password')) : null } };
      const { data, errors } = await post<{
        openDocumentShare: { downloadUrl?: string; userErrors?: { path: string[]; message: string }[] };
      }>({
        hash: hashOf(OpenSharedDocument),
        variables,
      });
      const [mistake] = data?.openDocumentShare.userErrors ?? [];
      if (mistake?.path.at(-1) === 'password') return say({ field: mistake.message });
      if (mistake) return void (await changed());
      const address = data?.openDocumentShare.downloadUrl;
      if (!address) return say({ page: errors?.[0]?.message ?? t('gone.away.text') });
      say({ begun: true });
      window.location.assign(address);
    } catch {
      say({ page: t('gone.away.text') });
    } finally {
      setPending(false);
    }
  };
  return (
    <WayInForm send={(form) => void send(form)}>
      {said.page && <WayInAlert>{said.page}</WayInAlert>}
      {hasPassword && (
        <PasswordInput
          label={t('password')}
          name="password"
          autoComplete="off"
          required
          withAsterisk={false}
          error={said.field}
          visibilityToggleButtonProps={{ 'aria-label': t('show') }}
        />
      )}
      <Button type="submit" fullWidth loading={pending} leftSection={<IconDownload size={16} stroke={1.8} />}>
        {t('download')}
      </Button>
      <p className={css.sub} role="status">
        {said.begun
          ? t('begun')
          : [t('until', { date: date(expiresAt) }), downloadsLeft !== null && t('left', { count: downloadsLeft })]
              .filter(Boolean)
              .join(' ')}
      </p>
    </WayInForm>
  );
}

export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await Promise.all([startWords(), loadWords(['shared-document', 'way-in'])]);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={themeFor('client')} cssVariablesResolver={resolver} defaultColorScheme="auto">
        <SharedDocument />
      </MantineProvider>
    </StrictMode>,
  );
}
