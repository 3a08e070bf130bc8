import { Button, Group, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconCheck, IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { OrderLinkDecision } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { dateTime, likelihood, money, phoneText } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Status } from '../../shared/ui/status';
import { EvidenceLines } from './evidence-lines';
import css from './order-link.module.css';

export const OrderLinkPair_orderLink = graphql(`
  fragment OrderLinkPair_orderLink on OrderLink {
    id status method probability contradictions decided decidedAt
    decidedBy { id name }
    evidence { field level bits text }
    viewerCan { accept refuse undo }
    order { id number placedAt totalCents currency name email phone address postalCode city }
    customer { id reference name email phone addresses { id street postalCode city } }
  }
`);

const AdminReviewOrderLink = graphql(`
  mutation AdminReviewOrderLink($input: ReviewOrderLinkInput!) {
    reviewOrderLink(input: $input) { orderLink { id ...OrderLinkPair_orderLink } userErrors { path code message } }
  }
`);

type LinkPairProps = {
  link: FragmentType<typeof OrderLinkPair_orderLink>;
  place: number;
  count: number;
  previous?: () => void;
  next?: () => void;
};

/** An order and a customer side by side, each field with what the comparison says of it; decided by button or key. */
export function LinkPair({ link, place, count, previous, next }: LinkPairProps) {
  const { t } = useTranslation();
  const { id, status, method, probability, contradictions, decidedBy, decidedAt, evidence, viewerCan, order, customer } =
    readFragment(OrderLinkPair_orderLink, link);
  const review = useSubmit(AdminReviewOrderLink);
  const decide = async (decision: OrderLinkDecision) => {
    if (review.pending) return;
    const payload = await review.submit({ input: { id, decision } }, { refetchQueries: ['AdminOrderLinks'] });
    if (payload) done(t(`order-links.decided.${decision}`, { number: order?.number ?? '' }));
  };
  useHotkeys([
    ['A', () => viewerCan.accept && void decide('ACCEPT')],
    ['R', () => viewerCan.refuse && void decide('REFUSE')],
    ['U', () => viewerCan.undo && void decide('UNDO')],
    ['J', () => next?.()],
    ['K', () => previous?.()],
  ]);
  const place1 = customer?.addresses[0];
  const lines = [
    ['name', order?.name, customer?.name],
    ['email', order?.email, customer?.email],
    ['phone', order?.phone && phoneText(order.phone), customer?.phone && phoneText(customer.phone)],
    ['address', order?.address, place1?.street],
    [
      'area',
      [order?.postalCode, order?.city].filter(Boolean).join(' '),
      [place1?.postalCode, place1?.city].filter(Boolean).join(' '),
    ],
  ] as const;
  return (
    <section className={css.pair} aria-label={t('order-links.pair')}>
      <header className={css.head}>
        <p className={css.place} aria-live="polite">
          {t('order-links.place', { place, count })}
        </p>
        <Group gap="xs">
          <Status tone={status === 'LINKED' ? 'green' : status === 'REFUSED' ? 'red' : 'blue'}>
            {t(`order-links.statuses.${status}`)}
          </Status>
          <span className={css.score}>
            <b>{likelihood(probability)}</b> {t('order-links.likely')}
          </span>
        </Group>
      </header>
      <div className={css.compared}>
        <div className={css.side}>
          <h2>{t('order-links.order')}</h2>
          {order && (
            <>
              <Link to={`/orders/${order.id}`}>{order.number}</Link>
              <span className={css.sub}>
                {dateTime(order.placedAt)}, {money(order.totalCents, order.currency)}
              </span>
            </>
          )}
        </div>
        <div className={css.side}>
          <h2>{t('order-links.customer')}</h2>
          {customer && (
            <>
              <Link to={`/customers/${customer.id}`}>{customer.name}</Link>
              <span className={css.sub}>{customer.reference}</span>
            </>
          )}
        </div>
      </div>
      <EvidenceLines lines={lines} evidence={evidence} />
      {contradictions.length > 0 && (
        <p className={css.against} role="note">
          {contradictions.map((code) => t(`order-links.contradictions.${code}`)).join(' ')}
        </p>
      )}
      <footer className={css.foot}>
        <p className={css.by}>
          {decidedBy && decidedAt
            ? t('order-links.decidedBy', { name: decidedBy.name, date: dateTime(decidedAt) })
            : status === 'LINKED' && t(`order-links.methods.${method}`)}
        </p>
        <Group gap="xs">
          <Button
            variant="subtle"
            color="gray"
            leftSection={<IconChevronLeft size={15} />}
            onClick={previous}
            disabled={!previous}
          >
            {t('order-links.previous')}
          </Button>
          <Button variant="subtle" color="gray" rightSection={<IconChevronRight size={15} />} onClick={next} disabled={!next}>
            {t('order-links.next')}
          </Button>
          {viewerCan.undo && (
            <Button
              variant="default"
              leftSection={<IconArrowBackUp size={15} />}
              onClick={() => void decide('UNDO')}
              loading={review.pending}
            >
              {t('order-links.undo')}
            </Button>
          )}
          {viewerCan.refuse && (
            <Button
              variant="default"
              leftSection={<IconX size={15} />}
              onClick={() => void decide('REFUSE')}
              loading={review.pending}
            >
              {t('order-links.refuse')}
            </Button>
          )}
          {viewerCan.accept && (
            <Button leftSection={<IconCheck size={15} />} onClick={() => void decide('ACCEPT')} loading={review.pending}>
              {t('order-links.accept')}
            </Button>
          )}
        </Group>
      </footer>
      <p className={css.keys} aria-hidden>
        <Kbd size="xs">A</Kbd> {t('order-links.accept')} <Kbd size="xs">R</Kbd> {t('order-links.refuse')} <Kbd size="xs">U</Kbd>{' '}
        {t('order-links.undo')} <Kbd size="xs">J</Kbd> {t('order-links.next')} <Kbd size="xs">K</Kbd> {t('order-links.previous')}
      </p>
    </section>
  );
}
