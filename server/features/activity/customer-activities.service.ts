import { onAudited } from '../../core/audit.entity.js';
import { ActivityKind } from './activity.kinds.js';
import { noteActivity } from './activity.service.js';

// A customer's own changes are made above this feature, which hears of them.
onAudited('customer.create', async (ctx, { id }, changes) => {
  const details: Record<string, string> = changes?.copyOf ? { to: 'COPY', of: String(changes.copyOf[1]) } : {};
  await noteActivity(ctx, { customerId: id, kind: ActivityKind.CUSTOMER_CREATED, details });
});

onAudited('customer.duplicate', async (ctx, { id }, changes) => {
  await noteActivity(ctx, {
    customerId: id,
    kind: ActivityKind.CUSTOMER_DUPLICATED,
    details: { copy: String(changes?.copy?.[1]) },
  });
});

onAudited('customer.changeStatus', async (ctx, { id }, changes) => {
  const { status } = changes ?? {};
  if (!status) return;
  const details = { from: String(status[0]), to: String(status[1]) };
  await noteActivity(ctx, { customerId: id, kind: ActivityKind.CUSTOMER_STATUS_CHANGED, details });
});
