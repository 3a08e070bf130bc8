import { Button, Group, Modal, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';

const AdminLinkOrders = graphql(`
  mutation AdminLinkOrders($input: LinkOrdersInput!) {
    linkOrders(input: $input) { run { id } userErrors { path code message } }
  }
`);

/** Asks for a run: to try, or for good. */
export function RunStart({ close }: { close: () => void }) {
  const { t } = useTranslation();
  const [dryRun, setDryRun] = useState(true);
  const [force, setForce] = useState(false);
  const [bar, setBar] = useState<number | ''>(99);
  const { submit, pending, errorsByPath } = useSubmit(AdminLinkOrders, { fields: ['bar'] });
  const begin = async () => {
    const payload = await submit(
      { input: { dryRun, force, bar: Number(bar) / 100 } },
      { refetchQueries: ['AdminOrderLinkRuns'] },
    );
    if (!payload) return;
    done(t('order-links.begun'));
    close();
  };
  return (
    <Modal opened onClose={close} title={t('order-links.start')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack gap="sm">
        <Text size="sm">{t('order-links.startText')}</Text>
        <Switch label={t('order-links.dryRun')} checked={dryRun} onChange={(event) => setDryRun(event.currentTarget.checked)} />
        <Switch
          label={t('order-links.force')}
          description={t('order-links.forceHint')}
          checked={force}
          onChange={(event) => setForce(event.currentTarget.checked)}
        />
        <NumberInput
          label={t('order-links.bar')}
          description={t('order-links.barHint')}
          suffix=" %"
          min={90}
          max={100}
          decimalScale={1}
          value={bar}
          error={errorsByPath.bar}
          onChange={(value) => setBar(typeof value === 'number' ? value : '')}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          <Button onClick={() => void begin()} loading={pending} disabled={bar === ''}>
            {t(dryRun ? 'order-links.try' : 'order-links.begin')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
