import '@fontsource-variable/geist/wght.css';
import '../shared/theme/mantine-entrance.css';
import '../shared/theme/base.css';
import { MantineProvider } from '@mantine/core';
import { StrictMode, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useTranslation } from 'react-i18next';
import { DoorLinks } from '../shared/auth/doors';
import { Entrance } from '../shared/auth/entrance';
import css from '../shared/auth/entrance.module.css';
import { startWords } from '../shared/i18n/i18n';
import type { Portal } from '../shared/theme/palette';
import { resolver, themeFor } from '../shared/theme/theme';

function Door() {
  const { t } = useTranslation('auth');
  const [door, look] = useState<Portal>();
  return (
    <MantineProvider theme={themeFor('superadmin')} cssVariablesResolver={resolver} defaultColorScheme="auto">
      <Entrance chosen={door}>
        <h2 className={css.ask}>{t('question')}</h2>
        <DoorLinks look={look} />
      </Entrance>
    </MantineProvider>
  );
}

export async function start(): Promise<void> {
  const root = document.getElementById('root');
  if (!root) throw new Error('index.html has no #root');
  await startWords();
  createRoot(root).render(
    <StrictMode>
      <Door />
    </StrictMode>,
  );
}
