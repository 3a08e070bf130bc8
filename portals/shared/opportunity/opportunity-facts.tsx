import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useViewer } from '../auth/session';
import { type FragmentType, graphql, readFragment } from '../graphql/generated';
import { date, dateShort, moneyKpi, percent, relative } from '../ui/format';
import { Kpi, KpiStrip } from '../ui/kpi';
import { isPast } from '../ui/paris';
import { daysSince } from './deadline';
import css from './opportunity.module.css';

const OpportunityWhose_opportunity = graphql(`
  fragment OpportunityWhose_opportunity on Opportunity {
    id prospectName contactName
    customer { id name }
    owner { id name }
  }
`);

/** With whom, in one line: a customer is the way to their page. */
export function OpportunityWhose(props: { opportunity: FragmentType<typeof OpportunityWhose_opportunity> }) {
  const { t } = useTranslation('opportunity');
  const { id: viewerId } = useViewer();
  const deal = readFragment(OpportunityWhose_opportunity, props.opportunity);
  const { customer, prospectName, contactName, owner } = deal;
  return (
    <>
      {customer ? (
        <Link to={`/customers/${customer.id}`} className={css.link}>
          {customer.name}
        </Link>
      ) : (
        prospectName && <span>{t('prospect', { name: prospectName })}</span>
      )}
      {contactName && <span>{contactName}</span>}
      {owner && owner.id !== viewerId && <span>{t('ownedBy', { name: owner.name })}</span>}
    </>
  );
}

const OpportunityFacts_opportunity = graphql(`
  fragment OpportunityFacts_opportunity on Opportunity {
    id amountCents currency expectedCloseOn closedAt lostReason stageSince
    stage { id name kind probability }
  }
`);

/** The figures of one deal: how much, how likely, by when, since when. */
export function OpportunityFacts(props: { opportunity: FragmentType<typeof OpportunityFacts_opportunity> }) {
  const { t } = useTranslation('opportunity');
  const deal = readFragment(OpportunityFacts_opportunity, props.opportunity);
  const { amountCents, currency, expectedCloseOn, closedAt, lostReason, stageSince, stage } = deal;
  const late = !closedAt && isPast(expectedCloseOn);
  return (
    <KpiStrip columns={4}>
      <Kpi label={t('field.amount')} value={moneyKpi(amountCents, currency)} note={t('beforeTax')} />
      <Kpi
        label={t('facts.weighted')}
        value={moneyKpi(Math.round((amountCents * stage.probability) / 100), currency)}
        note={t('facts.odds', { share: percent(stage.probability / 100) })}
      />
      {closedAt ? (
        <Kpi label={t(`facts.closed.${stage.kind}`)} value={date(closedAt)} note={lostReason ?? relative(closedAt)} />
      ) : (
        <Kpi
          label={t('field.expectedCloseOn')}
          value={expectedCloseOn ? dateShort(expectedCloseOn) : '—'}
          tone={late ? 'danger' : undefined}
          note={expectedCloseOn ? relative(expectedCloseOn) : t('card.noDate')}
        />
      )}
      <Kpi
        label={t('facts.inStage')}
        value={t('facts.days', { count: daysSince(stageSince) })}
        note={t('facts.sinceStage', { stage: stage.name, date: dateShort(stageSince) })}
      />
    </KpiStrip>
  );
}
