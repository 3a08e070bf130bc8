import { Button } from '@mantine/core';
import { IconAlertTriangle, IconRefresh } from '@tabler/icons-react';
import i18next from 'i18next';
import { Component, type ReactNode } from 'react';
import { Empty } from '../ui/empty';

/** A page that breaks leaves the menu standing, and says how to go on. */
export class Crash extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError() {
    return { broken: true };
  }

  override render() {
    if (!this.state.broken) return this.props.children;
    return (
      <div role="alert">
        <Empty
          page
          icon={IconAlertTriangle}
          title={i18next.t('frame:crashed')}
          action={
            <Button leftSection={<IconRefresh size={15} stroke={1.8} />} onClick={() => location.reload()}>
              {i18next.t('frame:reload')}
            </Button>
          }
        >
          {i18next.t('frame:crashedText')}
        </Empty>
      </div>
    );
  }
}
