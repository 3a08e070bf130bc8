import { Button } from '@mantine/core';
import { IconAlertTriangle, IconEraser, IconLock, IconMessageOff, IconPhoneOff, IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useUrlState } from '../../shared/frame/use-url-state';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { date, money, number, relative } from '../../shared/ui/format';
import { type Todo, TodoList } from '../../shared/ui/todo';

const CustomerAlerts_customer = graphql(`
  fragment CustomerAlerts_customer on Customer {
    id status email phone createdAt restrictedAt erasedAt
    financialSummary { overdueCents overdueCount oldestOverdueOn currency }
    consents { id status }
    lastContact: activities(first: 1, filter: { kinds: [CALL, EMAIL, MEETING, NOTE] }) { nodes { id occurredAt } }
    viewerCan { update addActivity recordConsent }
  }
`);

const day = 86_400_000;
/** A customer not spoken to for a season is on their way out. */
const silentDays = 90;
const most = 3;

/** What needs doing for this customer, worst first; nothing when all is well. */
export function CustomerAlerts(props: { customer: FragmentType<typeof CustomerAlerts_customer>; edit: () => void }) {
  const { t } = useTranslation();
  const { set } = useUrlState();
  const customer = readFragment(CustomerAlerts_customer, props.customer);
  const { financialSummary: finance, consents, viewerCan, status } = customer;
  const [last] = customer.lastContact.nodes;
  const active = status === 'ACTIVE';
  const silentSince = last?.occurredAt ?? customer.createdAt;
  const todos: Todo[] = [];
  const button = (label: string, run: () => void) => (
    <Button size="xs" variant="default" onClick={run}>
      {label}
    </Button>
  );

  // Nothing is left to be done for who they were.
  if (customer.erasedAt)
    return (
      <TodoList
        label={t('customer.alert.label')}
        items={[
          {
            key: 'erased',
            icon: IconEraser,
            title: t('customer.alert.erased', { date: date(customer.erasedAt) }),
            text: t('customer.alert.erasedText'),
          },
        ]}
      />
    );
  if (customer.restrictedAt)
    todos.push({
      key: 'restricted',
      tone: 'yellow',
      icon: IconLock,
      title: t('customer.alert.restricted', { date: date(customer.restrictedAt) }),
      text: t('customer.alert.restrictedText'),
      action: button(t('customer.alert.restrictedSee'), () => set({ tab: 'consents' })),
    });
  if (finance?.overdueCount && finance.oldestOverdueOn)
    todos.push({
      key: 'overdue',
      tone: 'red',
      icon: IconAlertTriangle,
      title: t('customer.alert.overdue', { count: finance.overdueCount }),
      text: t('customer.alert.overdueText', {
        amount: money(finance.overdueCents, finance.currency),
        days: number(Math.floor((Date.now() - Date.parse(finance.oldestOverdueOn)) / day)),
      }),
      action: button(t('customer.alert.see'), () => set({ tab: 'finances' })),
    });
  if (!customer.email && !customer.phone)
    todos.push({
      key: 'unreachable',
      tone: 'yellow',
      icon: IconPhoneOff,
      title: t('customer.alert.unreachable'),
      text: t('customer.alert.unreachableText'),
      action: viewerCan.update && button(t('customer.alert.complete'), props.edit),
    });
  if (active && Date.now() - Date.parse(silentSince) > silentDays * day)
    todos.push({
      key: 'silent',
      tone: 'yellow',
      icon: IconMessageOff,
      title: last ? t('customer.alert.silent') : t('customer.alert.neverSpoken'),
      text: last
        ? t('customer.alert.silentText', { when: relative(last.occurredAt) })
        : t('customer.alert.neverSpokenText', { when: relative(customer.createdAt) }),
      action:
        viewerCan.addActivity && button(t('customer.alert.write'), () => set({ tab: 'activity', group: null, write: 'CALL' })),
    });
  if (active && consents?.length && consents.every((consent) => consent.status === 'UNKNOWN'))
    todos.push({
      key: 'consent',
      tone: 'violet',
      icon: IconShieldQuestion,
      title: t('customer.alert.noConsent'),
      text: t('customer.alert.noConsentText'),
      action: viewerCan.recordConsent && button(t('customer.alert.collect'), () => set({ tab: 'consents' })),
    });
  if (!todos.length) return null;
  return <TodoList label={t('customer.alert.label')} items={todos.slice(0, most)} />;
}
