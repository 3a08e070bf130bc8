import { Button } from '@mantine/core';
import { IconAlertTriangle, IconArrowDownRight, IconZoomQuestion, IconZzz } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { WarningKind } from '../../shared/graphql/generated/graphql';
import { type Todo, TodoList } from '../../shared/ui/todo';

const CustomerWarnings_warning = graphql(`
  fragment CustomerWarnings_warning on CustomerWarning { kind text }
`);

const looks: Record<WarningKind, Pick<Todo, 'icon' | 'tone'>> = {
  LATE: { icon: IconAlertTriangle, tone: 'red' },
  SILENT: { icon: IconZzz, tone: 'yellow' },
  FALLING: { icon: IconArrowDownRight, tone: 'yellow' },
  UNUSUAL: { icon: IconZoomQuestion, tone: 'violet' },
};

/** What their purchases and payments warn of, each with what to do about it. */
export function CustomerWarnings(props: {
  warnings: readonly FragmentType<typeof CustomerWarnings_warning>[];
  mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const { set } = useUrlState();
  // Overdue invoices are the first of the alerts above every tab.
  const warnings = props.warnings.map((one) => readFragment(CustomerWarnings_warning, one)).filter(({ kind }) => kind !== 'LATE');
  if (warnings.length === 0) return null;
  const finances = () => set({ tab: 'finances' });
  const call = () => set({ tab: 'activity', group: null, write: 'CALL' });
  const items = warnings.map(({ kind, text }): Todo => {
    const speaks = kind === 'SILENT' || kind === 'FALLING';
    return {
      key: kind,
      ...looks[kind],
      title: t(`customer.warning.${kind}.title`),
      text,
      action: (!speaks || props.mayWrite) && (
        <Button size="xs" variant="default" onClick={speaks ? call : finances}>
          {t(`customer.warning.${kind}.action`)}
        </Button>
      ),
    };
  });
  return <TodoList stacked label={t('customer.warning.label')} items={items} />;
}
