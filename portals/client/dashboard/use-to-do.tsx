import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { Button } from '@mantine/core';
import { IconAlertTriangle, IconCreditCard, IconPlayerPause, IconShieldQuestion } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, money } from '../../shared/ui/format';
import type { Todo } from '../../shared/ui/todo';

const ToDo_invoice = graphql(`
  fragment ToDo_invoice on Invoice { id number title dueCents currency dueOn overdue viewerCan { pay } }
`);
const ToDo_project = graphql(`
  fragment ToDo_project on Project { id name status }
`);
const ToDo_customer = graphql(`
  fragment ToDo_customer on Customer { id consents { id status } }
`);

type Rows<Document extends TypedDocumentNode> = readonly FragmentType<Document>[] | undefined;

const soonDays = 7;
const dayMs = 86_400_000;
const isSoon = (day: string) => Date.parse(day) - Date.now() < soonDays * dayMs;

/** What waits for the client, worst first: late invoices, those due soon, paused projects, consents never asked. */
export function useToDo(
  openInvoices: Rows<typeof ToDo_invoice>,
  projects: Rows<typeof ToDo_project>,
  customers: Rows<typeof ToDo_customer>,
  pay: (picked: string) => void,
): Todo[] {
  const { t } = useTranslation();
  const payable = (openInvoices ?? []).map((row) => readFragment(ToDo_invoice, row)).filter(({ viewerCan }) => viewerCan.pay);
  const late = payable.filter(({ overdue }) => overdue);
  const soon = payable.filter(({ overdue, dueOn }) => !overdue && isSoon(dueOn));
  const paused = (projects ?? []).map((row) => readFragment(ToDo_project, row)).filter(({ status }) => status === 'ON_HOLD');
  const silent = (customers ?? [])
    .map((row) => readFragment(ToDo_customer, row))
    .filter(({ consents }) => consents?.length && consents.every(({ status }) => status === 'UNKNOWN'));

  const items: (Omit<Todo, 'action'> & { action: string; run?: () => void; href?: string })[] = [];
  const [first] = late;
  if (first) {
    const total = late.reduce((sum, { dueCents }) => sum + dueCents, 0);
    items.push({
      key: 'late',
      tone: 'red',
      icon: IconAlertTriangle,
      title: t('home.late', { count: late.length, number: first.number }),
      text: t('home.lateText', { amount: money(total, first.currency), date: dateShort(first.dueOn) }),
      action: t('home.pay'),
      run: () => pay('overdue'),
    });
  }
  for (const { id, number, title, dueCents, currency, dueOn } of soon)
    items.push({
      key: id,
      icon: IconCreditCard,
      title: t('home.soon', { number, date: dateShort(dueOn) }),
      text: `${money(dueCents, currency)}, ${title}`,
      action: t('home.pay'),
      run: () => pay(id),
    });
  for (const { id, name } of paused)
    items.push({
      key: id,
      tone: 'yellow',
      icon: IconPlayerPause,
      title: t('home.paused', { name }),
      text: t('home.pausedText'),
      action: t('home.write'),
      href: `/projects/${id}`,
    });
  for (const { id } of silent)
    items.push({
      key: id,
      icon: IconShieldQuestion,
      title: t('home.consents'),
      text: t('home.consentsText'),
      action: t('home.choose'),
      href: `/account?company=${id}&tab=consents`,
    });

  return items.map(({ action, run, href, ...item }, i) => {
    const look = { variant: i === 0 ? 'filled' : 'default', miw: 124 } as const;
    return {
      ...item,
      action: href ? (
        <Button component={Link} to={href} {...look}>
          {action}
        </Button>
      ) : (
        <Button onClick={run} {...look}>
          {action}
        </Button>
      ),
    };
  });
}
