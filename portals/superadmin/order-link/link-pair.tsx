import { IconArrowBackUp, IconCheck, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type FragmentType, graphql, readFragment } from '../../shared/graphql/generated';
import type { OrderLinkDecision } from '../../shared/graphql/generated/graphql';
import { useSubmit } from '../../shared/graphql/use-submit';
import { dateTime, money, phoneText } from '../../shared/ui/format';
import { done } from '../../shared/ui/notify';
import { Status } from '../../shared/ui/status';
import { ReviewPair, type Steps } from '../review/review-pair';

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

interface LinkPairProps extends Steps {
  link: FragmentType<typeof OrderLinkPair_orderLink>;
}

/** An order beside the customer it may be of. */
export function LinkPair({ link, ...steps }: LinkPairProps) {
  const { t } = useTranslation();
  const { id, status, method, contradictions, viewerCan, order, customer, ...found } = readFragment(
    OrderLinkPair_orderLink,
    link,
  );
  const review = useSubmit(AdminReviewOrderLink);
  const decide = async (decision: OrderLinkDecision) => {
    const payload = await review.submit({ input: { id, decision } }, { refetchQueries: ['AdminOrderLinks'] });
    if (payload) done(t(`order-links.decided.${decision}`, { number: order?.number ?? '' }));
  };
  const home = customer?.addresses[0];
  return (
    <ReviewPair
      {...steps}
      label={t('order-links.pair')}
      probability={found.probability}
      evidence={found.evidence}
      decided={found}
      undecided={status === 'LINKED' && t(`order-links.methods.${method}`)}
      state={
        <Status tone={status === 'LINKED' ? 'green' : status === 'REFUSED' ? 'red' : 'blue'}>
          {t(`order-links.statuses.${status}`)}
        </Status>
      }
      sides={[
        {
          title: t('order-links.order'),
          to: order ? `/orders/${order.id}` : undefined,
          name: order?.number,
          more: order ? `${dateTime(order.placedAt)}, ${money(order.totalCents, order.currency)}` : undefined,
        },
        {
          title: t('order-links.customer'),
          to: customer ? `/customers/${customer.id}` : undefined,
          name: customer?.name,
          more: customer?.reference,
        },
      ]}
      lines={[
        ['name', order?.name, customer?.name],
        ['email', order?.email, customer?.email],
        ['phone', order?.phone && phoneText(order.phone), customer?.phone && phoneText(customer.phone)],
        ['address', order?.address, home?.street],
        [
          'area',
          [order?.postalCode, order?.city].filter(Boolean).join(' '),
          [home?.postalCode, home?.city].filter(Boolean).join(' '),
        ],
      ]}
      against={contradictions.map((code) => t(`order-links.contradictions.${code}`)).join(' ')}
      pending={review.pending}
      acts={[
        {
          key: 'U',
          label: t('order-links.undo'),
          icon: IconArrowBackUp,
          allowed: viewerCan.undo,
          run: () => void decide('UNDO'),
        },
        { key: 'R', label: t('order-links.refuse'), icon: IconX, allowed: viewerCan.refuse, run: () => void decide('REFUSE') },
        {
          key: 'A',
          label: t('order-links.accept'),
          icon: IconCheck,
          allowed: viewerCan.accept,
          run: () => void decide('ACCEPT'),
          main: true,
        },
      ]}
    />
  );
}
