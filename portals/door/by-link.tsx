import '@fontsource-variable/geist/wght.css';
import '../shared/theme/mantine-entrance.css';
import '../shared/theme/mantine-inside.css';
import '../shared/theme/base.css';
import { Button, Center, Loader, MantineProvider } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { type ReactNode, StrictMode, useCallback, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { tokenHere, WayIn, WayInAlert, WayInForm, WayInText } from '../shared/account/way-in';
import { loadWords, startWords } from '../shared/i18n/i18n';
import { resolver, themeFor } from '../shared/theme/theme';
import { date } from '../shared/ui/format';
import css from './by-link.module.css';

/** What the server answers to an operation of the page; nothing of it where it could not be read. */
export type Answer<T> = { data?: T; errors?: readonly { message: string }[] };

type ByLinkProps<Here> = {
  title: string;
  /** What to do where the link leads nowhere any more. */
  over: string;
  /** What the link leads to; null where it leads nowhere any more. Throws where that could not be found out. */
  read: (token: string) => Promise<Here | null>;
  children: (here: Here, token: string, again: () => Promise<void>) => ReactNode;
};

/** What a link that was sent gives to anybody who has it: no account, nothing to look around in. */
export function ByLink<Here extends object>({ title, over, read, children }: ByLinkProps<Here>) {
  const { t } = useTranslation('by-link');
  const token = tokenHere();
  const [state, setState] = useState<Here | 'looking' | 'over' | 'away'>('looking');
  const look = useCallback(
    () =>
      read(token).then(
        (here) => setState(here ?? 'over'),
        () => setState('away'),
      ),
    [read, token],
  );
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
      <WayIn portal="client" title={state === 'over' ? t('over') : t('away.title')} back={false}>
        <WayInText>{state === 'over' ? over : t('away.text')}</WayInText>
        {state === 'away' && <Button onClick={() => void look()}>{t('away.again')}</Button>}
      </WayIn>
    );
  return (
    <WayIn portal="client" title={title} back={false}>
      {children(state, token, look)}
    </WayIn>
  );
}

type Opened = { downloadUrl: string | null; userErrors: readonly { path: string[]; message: string }[] };

type DownloadProps = {
  label: string;
  expiresAt: string;
  /** What else limits it. */
  limit?: string;
  open: (form: FormData) => Promise<Answer<Opened>>;
  /** The link may lead nowhere any more. */
  changed: () => Promise<void>;
  /** A field that the download asks for, with what is wrong in it. */
  field?: { name: string; draw: (mistake?: string) => ReactNode };
};

/** One button that has the file sent. */
export function Download({ label, expiresAt, limit, open, changed, field }: DownloadProps) {
  const { t } = useTranslation('by-link');
  const [pending, setPending] = useState(false);
  const [said, say] = useState<{ field?: string; page?: string; begun?: boolean }>({});
  const send = async (form: FormData) => {
    setPending(true);
    say({});
    try {
      const { data, errors } = await open(form);
      const mistake = data?.userErrors[0];
      if (mistake && field && mistake.path.at(-1) === field.name) return say({ field: mistake.message });
      if (mistake) return void (await changed());
      if (!data?.downloadUrl) return say({ page: errors?.[0]?.message ?? t('away.text') });
      say({ begun: true });
      window.location.assign(data.downloadUrl);
    } catch {
      say({ page: t('away.text') });
    } finally {
      setPending(false);
    }
  };
  return (
    <WayInForm send={(form) => void send(form)}>
      {said.page && <WayInAlert>{said.page}</WayInAlert>}
      {field?.draw(said.field)}
      <Button type="submit" fullWidth loading={pending} leftSection={<IconDownload size={16} stroke={1.8} />}>
        {label}
      </Button>
      <p className={css.sub} role="status">
        {said.begun ? t('begun') : [t('until', { date: date(expiresAt) }), limit].filter(Boolean).join(' ')}
      </p>
    </WayInForm>
  );
}

/** Draws the page once its words are there. @param words their namespace. */
export async function startPage(words: string, page: ReactNode): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await Promise.all([startWords(), loadWords([words, 'by-link', 'way-in'])]);
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={themeFor('client')} cssVariablesResolver={resolver} defaultColorScheme="auto">
        {page}
      </MantineProvider>
    </StrictMode>,
  );
}
