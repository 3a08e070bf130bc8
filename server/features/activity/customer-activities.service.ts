import { onAudited } from '../../core/audit.entity.js';
import { ActivityKind } from './activity.kinds.js';
import { noteActivity } from './activity.service.js';

// A customer's own changes are made above this feature, which hears of them.
onAudited('customer.create', async (ctx, { id }) => {
  await noteActivity(ctx, { customerId: id, kind: ActivityKind.CUSTOMER_CREATED });
});

onAudited('customer.changeStatus', async (ctx, { id }, changes) => {
  const { status } = changes ?? {};
  if (!status) return;
  const details = { from: String(status[0]), to: String(status[1]) };
  await noteActivity(ctx, { customerId: id, kind: ActivityKind.CUSTOMER_STATUS_CHANGED, details });
});
