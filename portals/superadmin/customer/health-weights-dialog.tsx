import { useQuery } from '@apollo/client/react';
import { Button, Group, Modal, NumberInput, Stack } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { graphql } from '../../shared/graphql/generated';
import type { UpdateHealthWeightsInput } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { done } from '../../shared/ui/notify';
import { RowsSkeleton } from '../../shared/ui/skeletons';

const HealthWeightsAsked = graphql(`
  query HealthWeightsAsked { healthWeights { rhythm trend payment contact } }
`);
const UpdateHealthWeights = graphql(`
  mutation UpdateHealthWeights($input: UpdateHealthWeightsInput!) {
    updateHealthWeights(input: $input) { healthWeights { rhythm trend payment contact } userErrors { path code message } }
  }
`);

const factors = { rhythm: 'RHYTHM', trend: 'TREND', payment: 'PAYMENT', contact: 'CONTACT' } as const;
type Name = keyof typeof factors;
const names = Object.keys(factors) as Name[];

/** How much each part of health counts, for every customer at once. */
export default function HealthWeightsDialog({ close }: { close: () => void }) {
  const { t } = useTranslation(['portal', 'ui']);
  const { data } = useQuery(HealthWeightsAsked, { fetchPolicy: 'network-only' });
  const [changed, setChanged] = useState<Partial<UpdateHealthWeightsInput>>({});
  const { submit, pending, errorsByPath } = useSubmit(UpdateHealthWeights, { fields: names });
  const known = data?.healthWeights;
  async function save(event: FormEvent) {
    event.preventDefault();
    if (!known) return;
    const { rhythm, trend, payment, contact } = { ...known, ...changed };
    const input = { rhythm, trend, payment, contact };
    if (!(await submit({ input }, { refetchQueries: ['CustomerAnalyticsTab'], awaitRefetchQueries: true }))) return;
    done(t('customer.health.weighed'));
    close();
  }
  return (
    <Modal opened onClose={close} title={t('customer.health.weigh')} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      {known ? (
        <form onSubmit={(event) => void save(event)}>
          <Stack gap="sm">
            {names.map((name) => (
              <NumberInput
                key={name}
                label={t(`customer.health.factor.${factors[name]}`)}
                description={t(`customer.health.about.${factors[name]}`)}
                min={0}
                max={100}
                allowDecimal={false}
                value={changed[name] ?? known[name]}
                onChange={(value) => setChanged({ ...changed, [name]: Number(value) })}
                error={errorsByPath[name]}
              />
            ))}
          </Stack>
          <Group justify="flex-end" mt="md">
            <Button variant="default" onClick={close}>
              {t('ui:cancel')}
            </Button>
            <Button type="submit" loading={pending}>
              {t('ui:save')}
            </Button>
          </Group>
        </form>
      ) : (
        <RowsSkeleton rows={4} columns={1} />
      )}
    </Modal>
  );
}
