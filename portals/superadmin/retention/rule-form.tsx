import { Modal, NumberInput, Stack, Switch, Text } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { useSubmit } from '../../shared/graphql/use-submit';
import { DialogButtons } from '../../shared/ui/dialog-buttons';
import { done } from '../../shared/ui/notify';
import { RetentionPreview, useRetentionPreview } from './retention-preview';

const RetentionRuleForm_rule = graphql(`
  fragment RetentionRuleForm_rule on RetentionRule { id category name counted source action personal months active version least most }
`);
const UpdateRetentionRule = graphql(`
  mutation UpdateRetentionRule($input: UpdateRetentionRuleInput!) {
    updateRetentionRule(input: $input) { retentionRule { ...RetentionRuleForm_rule } userErrors { path code message } }
  }
`);

const typingMs = 300;

/** A period and whether it holds, beside what it would do today: nobody switches on what they did not see. */
export default function RuleForm(props: { rule: FragmentType<typeof RetentionRuleForm_rule>; close: () => void }) {
  const { t } = useTranslation();
  const {
    id,
    category,
    name,
    counted,
    source,
    months: before,
    active: was,
    version,
    least,
    most,
  } = readFragment(RetentionRuleForm_rule, props.rule);
  const [months, setMonths] = useState<number | ''>(before);
  const [active, setActive] = useState(was);
  const [settled] = useDebouncedValue(months, typingMs);
  const fits = settled !== '' && Number.isInteger(settled) && settled >= least && settled <= most;
  const previewed = useRetentionPreview(category, fits ? settled : null);
  const { submit, pending, errorsByPath } = useSubmit(UpdateRetentionRule);
  const save = async () => {
    if (months === '') return;
    const expected = settled === months ? previewed.preview?.gone : undefined;
    const payload = await submit({ input: { id, version, months, active, expected: expected ?? null } });
    if (!payload) return previewed.retry();
    done(t('retention.saved'));
    props.close();
  };
  return (
    <Modal opened size="lg" onClose={props.close} title={name} closeButtonProps={{ 'aria-label': t('ui:close') }}>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {t('retention.countedFrom', { what: counted })} {source}
          </Text>
          <NumberInput
            label={t('retention.months')}
            description={t('retention.bounds', { least, most })}
            allowDecimal={false}
            allowNegative={false}
            value={months}
            onChange={(value) => setMonths(typeof value === 'number' ? value : '')}
            error={errorsByPath.months}
          />
          <Switch
            label={t('retention.activeLong')}
            checked={active}
            onChange={(event) => setActive(event.currentTarget.checked)}
            error={errorsByPath.active}
          />
          <RetentionPreview {...previewed} />
          <DialogButtons
            close={props.close}
            pending={pending}
            disabled={months === '' || settled !== months || (fits && previewed.loading)}
          >
            {t('ui:save')}
          </DialogButtons>
        </Stack>
      </form>
    </Modal>
  );
}
