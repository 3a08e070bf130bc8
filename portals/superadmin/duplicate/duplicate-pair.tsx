import { IconArrowBackUp, IconArrowMerge, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { CustomerDuplicateDecision } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { date, phoneText } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { ReviewPair, type Steps } from '../review/review-pair';

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

interface DuplicatePairProps extends Steps {
  pair: FragmentType<typeof DuplicatePair_duplicate>;
}

/** Two records that may be of one customer. */
export function DuplicatePair({ pair, ...steps }: DuplicatePairProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { id, viewerCan, ...found } = readFragment(DuplicatePair_duplicate, pair);
  const first = readFragment(DuplicateSide_customer, found.first);
  const second = readFragment(DuplicateSide_customer, found.second);
  const review = useSubmit(AdminReviewDuplicate);
  const decide = async (decision: CustomerDuplicateDecision) => {
    const payload = await review.submit({ input: { id, decision } }, { refetchQueries: ['AdminDuplicates'] });
    if (payload) done(t(`duplicates.decided.${decision}`, { first: first.name, second: second.name }));
  };
  const [mine, theirs] = [first, second].map(({ addresses: [at], phone, ...of }) => ({
    ...of,
    phone: phone && phoneText(phone),
    street: at?.street,
    area: [at?.postalCode, at?.city].filter(Boolean).join(' '),
  }));
  return (
    <ReviewPair
      {...steps}
      label={t('duplicates.pair')}
      probability={found.probability}
      evidence={found.evidence}
      decided={found}
      sides={[first, second].map((customer, i) => ({
        title: t(i === 0 ? 'duplicates.first' : 'duplicates.second'),
        to: `/customers/${customer.id}`,
        name: customer.name,
        more: `${customer.reference}, ${t('duplicates.since', { date: date(customer.createdAt) })}`,
      }))}
      lines={[
        ['name', mine?.name, theirs?.name],
        ['legalId', mine?.siret, theirs?.siret],
        ['email', mine?.email, theirs?.email],
        ['phone', mine?.phone, theirs?.phone],
        ['address', mine?.street, theirs?.street],
        ['area', mine?.area, theirs?.area],
      ]}
      pending={review.pending}
      acts={[
        {
          key: 'U',
          label: t('order-links.undo'),
          icon: IconArrowBackUp,
          allowed: viewerCan.undo,
          run: () => void decide('UNDO'),
        },
        { key: 'R', label: t('duplicates.refuse'), icon: IconX, allowed: viewerCan.refuse, run: () => void decide('REFUSE') },
        {
          key: 'M',
          label: t('duplicates.merge'),
          icon: IconArrowMerge,
          allowed: viewerCan.merge,
          run: () => void navigate(`/duplicates/merge?survivor=${first.id}&other=${second.id}`),
          main: true,
        },
      ]}
    />
  );
}
