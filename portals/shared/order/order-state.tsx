import { useTranslation } from 'react-i18next';
import type { OrderStatus } from '../graphql/generated/graphql';
import { Status, type Tone } from '../ui/status';

const tones: Record<OrderStatus, Tone> = { PENDING: 'blue', CONFIRMED: 'green', CANCELLED: 'gray' };

export function OrderState({ status, quiet }: { status: OrderStatus; quiet?: boolean }) {
  const { t } = useTranslation('orders');
  return (
    <Status quiet={quiet} tone={tones[status]}>
      {t(`states.${status}`)}
    </Status>
  );
}
