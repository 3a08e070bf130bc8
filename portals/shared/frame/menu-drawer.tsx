import { Drawer } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Portal } from '../theme/palette';
import type { Counts, Nav } from './nav';
import { Menu } from './sidebar-menu';

/** The whole menu on screens without a sidebar. */
export default function MenuDrawer({ close, ...menu }: { portal: Portal; nav: Nav; counts: Counts; close: () => void }) {
  const { t } = useTranslation('frame');
  return (
    <Drawer opened onClose={close} title={t('menu')} size={300} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Menu {...menu} />
    </Drawer>
  );
}
