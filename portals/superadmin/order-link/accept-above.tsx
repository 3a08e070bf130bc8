import { Button, Group, Modal, NumberInput, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';

const AdminAcceptOrderLinks = graphql(`
  mutation AdminAcceptOrderLinks($input: AcceptOrderLinksInput!) {
    acceptOrderLinks(input: $input) { matching orderLinks { id } userErrors { path code message } }
  }
`);

type AcceptAboveProps = { runId: string | null; close: () => void };

/** A score, how many proposals reach it, and only then all of them at once. */
export function AcceptAbove({ runId, close }: AcceptAboveProps) {
  const { t } = useTranslation();
  const [score, setScore] = useState<number | ''>(95);
  const [matching, setMatching] = useState<number>();
  const { submit, pending, errorsByPath } = useSubmit(AdminAcceptOrderLinks, { fields: ['minProbability'] });
  const input = { minProbability: Number(score) / 100, runId };
  const preview = async () => {
    const payload = await submit({ input: { ...input, dryRun: true } });
    setMatching(payload?.matching ?? undefined);
  };
  const accept = async () => {
    const payload = await submit(
      { input: { ...input, dryRun: false, expected: matching } },
      { refetchQueries: ['AdminOrderLinks', 'AdminOrderLinkRuns'] },
    );
    if (!payload) return;
    done(t('order-links.accepted', { count: payload.orderLinks?.length ?? 0 }));
    close();
  };
  return (
    <Modal opened onClose={close} title={t('order-links.acceptAbove')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <Stack gap="sm">
        <Text size="sm">{t('order-links.acceptText')}</Text>
        <NumberInput
          label={t('order-links.score')}
          suffix=" %"
          min={50}
          max={100}
          decimalScale={1}
          value={score}
          error={errorsByPath.minProbability}
          onChange={(value) => {
            setScore(typeof value === 'number' ? value : '');
            setMatching(undefined);
          }}
          data-autofocus
        />
        {matching !== undefined && (
          <Text size="sm" role="status">
            {t('order-links.matching', { count: matching })}
          </Text>
        )}
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {t('ui:cancel')}
          </Button>
          {matching ? (
            <Button onClick={() => void accept()} loading={pending}>
              {t('order-links.acceptAll', { count: matching })}
            </Button>
          ) : (
            <Button onClick={() => void preview()} loading={pending} disabled={score === ''}>
              {t('order-links.preview')}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
