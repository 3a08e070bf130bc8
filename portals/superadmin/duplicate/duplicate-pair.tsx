import { Button, Group, Kbd } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconArrowBackUp, IconArrowMerge, IconChevronLeft, IconChevronRight, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { CustomerDuplicateDecision } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { date, dateTime, likelihood, phoneText } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { EvidenceLines } from '../order-link/evidence-lines';
import css from '../order-link/order-link.module.css';

const DuplicateSide_customer = graphql(`
  fragment DuplicateSide_customer on Customer {
    id reference name siret email phone createdAt addresses { id street postalCode city }
  }
`);

export const DuplicatePair_duplicate = graphql(`
  fragment DuplicatePair_duplicate on CustomerDuplicate {
    id status probability decidedAt
    decidedBy { id name }
    evidence { field level bits text }
    viewerCan { merge refuse undo }
    first { id name ...DuplicateSide_customer }
    second { id name ...DuplicateSide_customer }
  }
`);

const AdminReviewDuplicate = graphql(`
  mutation AdminReviewDuplicate($input: ReviewCustomerDuplicateInput!) {
    reviewCustomerDuplicate(input: $input) { duplicate { id ...DuplicatePair_duplicate } userErrors { path code message } }
  }
`);

type DuplicatePairProps = {
  pair: FragmentType<typeof DuplicatePair_duplicate>;
  place: number;
  count: number;
  previous?: () => void;
  next?: () => void;
};

/** Two records side by side, each field with what the comparison says of it; decided by button or key. */
export function DuplicatePair({ pair, place, count, previous, next }: DuplicatePairProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, probability, evidence, viewerCan, decidedBy, decidedAt, ...two } = readFragment(DuplicatePair_duplicate, pair);
  const first = readFragment(DuplicateSide_customer, two.first);
  const second = readFragment(DuplicateSide_customer, two.second);
  const review = useSubmit(AdminReviewDuplicate);
  const decide = async (decision: CustomerDuplicateDecision) => {
    if (review.pending) return;
    const payload = await review.submit({ input: { id, decision } }, { refetchQueries: ['AdminDuplicates'] });
    if (payload) done(t(`duplicates.decided.${decision}`, { first: first.name, second: second.name }));
  };
  const merge = () => void navigate(`/duplicates/merge?survivor=${first.id}&other=${second.id}`);
  useHotkeys([
    ['M', () => viewerCan.merge && merge()],
    ['R', () => viewerCan.refuse && void decide('REFUSE')],
    ['U', () => viewerCan.undo && void decide('UNDO')],
    ['J', () => next?.()],
    ['K', () => previous?.()],
  ]);
  const [mine, theirs] = [first, second].map(({ addresses: [at], phone, ...of }) => ({
    ...of,
    phone: phone && phoneText(phone),
    street: at?.street,
    area: [at?.postalCode, at?.city].filter(Boolean).join(' '),
  }));
  const sides = [
    ['duplicates.first', first],
    ['duplicates.second', second],
  ] as const;
  return (
    <section className={css.pair} aria-label={t('duplicates.pair')}>
      <header className={css.head}>
        <p className={css.place} aria-live="polite">
          {t('order-links.place', { place, count })}
        </p>
        <span className={css.score}>
          <b>{likelihood(probability)}</b> {t('order-links.likely')}
        </span>
      </header>
      <div className={css.compared}>
        {sides.map(([label, customer]) => (
          <div key={label} className={css.side}>
            <h2>{t(label)}</h2>
            <Link to={`/customers/${customer.id}`}>{customer.name}</Link>
            <span className={css.sub}>
              {customer.reference}, {t('duplicates.since', { date: date(customer.createdAt) })}
            </span>
          </div>
        ))}
      </div>
      <EvidenceLines
        evidence={evidence}
        lines={[
          ['name', mine?.name, theirs?.name],
          ['legalId', mine?.siret, theirs?.siret],
          ['email', mine?.email, theirs?.email],
          ['phone', mine?.phone, theirs?.phone],
          ['address', mine?.street, theirs?.street],
          ['area', mine?.area, theirs?.area],
        ]}
      />
      <footer className={css.foot}>
        <p className={css.by}>
          {decidedBy && decidedAt && t('order-links.decidedBy', { name: decidedBy.name, date: dateTime(decidedAt) })}
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
              {t('duplicates.refuse')}
            </Button>
          )}
          {viewerCan.merge && (
            <Button leftSection={<IconArrowMerge size={15} />} onClick={merge}>
              {t('duplicates.merge')}
            </Button>
          )}
        </Group>
      </footer>
      <p className={css.keys} aria-hidden>
        <Kbd size="xs">M</Kbd> {t('duplicates.merge')} <Kbd size="xs">R</Kbd> {t('duplicates.refuse')} <Kbd size="xs">U</Kbd>{' '}
        {t('order-links.undo')} <Kbd size="xs">J</Kbd> {t('order-links.next')} <Kbd size="xs">K</Kbd> {t('order-links.previous')}
      </p>
    </section>
  );
}
