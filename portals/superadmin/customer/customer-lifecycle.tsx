import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import { dateShort, moneyRound, percent } from '../../shared/ui/format';
import { type Step, Steps } from '../../shared/ui/steps';

const CustomerLifecycle_customer = graphql(`
  fragment CustomerLifecycle_customer on Customer {
    id createdAt
    financialSummary { billedCents dueCents currency }
    latestOpportunities: opportunities(first: 10) {
      nodes { id title amountCents currency createdAt closedAt stage { id kind name } }
    }
    latestProjects: projects(first: 1) { nodes { id name status progress } }
  }
`);

/** From the first contact to the last payment, as far as this customer came. Left out where there is only the beginning. */
export function CustomerLifecycle(props: { customer: FragmentType<typeof CustomerLifecycle_customer> }) {
  const { t } = useTranslation();
  const customer = readFragment(CustomerLifecycle_customer, props.customer);
  const { financialSummary: money, latestOpportunities, latestProjects, createdAt } = customer;
  const deals = (latestOpportunities?.nodes ?? []).filter(({ stage }) => stage.kind !== 'LOST');
  const open = deals.find(({ stage }) => stage.kind === 'OPEN');
  const won = deals.find(({ stage }) => stage.kind === 'WON');
  const [project] = latestProjects.nodes.filter(({ status }) => status !== 'CANCELLED' && status !== 'DRAFT');
  const { billedCents: billed = 0, dueCents: due = 0, currency } = money ?? {};
  const further = Boolean(project) || billed > 0;
  if (!deals.length && !further) return null;

  const way: (Omit<Step, 'state'> & { done: boolean })[] = [
    { label: t('customer.life.contact'), note: dateShort(createdAt), done: true },
  ];
  // Work may begin without a deal of ours: then there was none on the way.
  if (won || !further) {
    way.push({ label: t('customer.life.opportunity'), note: (won ?? open)?.title, done: true });
    way.push({
      label: t('customer.life.won'),
      note: won ? `${moneyRound(won.amountCents, won.currency)}, ${dateShort(won.closedAt ?? won.createdAt)}` : open?.stage.name,
      done: Boolean(won),
    });
  }
  if (project || !billed)
    way.push({
      label: t('customer.life.project'),
      note: project && (project.progress == null ? project.name : `${project.name}, ${percent(project.progress / 100)}`),
      done: project?.status === 'DONE',
    });
  way.push(
    { label: t('customer.life.invoiced'), note: billed ? moneyRound(billed, currency) : undefined, done: billed > 0 },
    {
      label: t('customer.life.paid'),
      note: due ? t('customer.life.remains', { amount: moneyRound(due, currency) }) : undefined,
      done: billed > 0 && due === 0,
    },
  );
  const now = way.findIndex(({ done }) => !done);
  const stateOf = (i: number): Step['state'] => {
    if (now === -1 || i < now) return 'done';
    return i === now ? 'now' : 'next';
  };
  const steps = way.map(({ label, note }, i): Step => ({ label, note, state: stateOf(i) }));
  return <Steps label={t('customer.life.label')} steps={steps} />;
}
