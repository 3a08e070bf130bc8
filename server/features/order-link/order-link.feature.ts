import { OrderClaim } from './order-claim.entity.js';
import { OrderClaimResolver } from './order-claim.resolver.js';
import { OrderLink } from './order-link.entity.js';
import { orderLinkPolicy, orderLinkRunPolicy } from './order-link.policy.js';
import { OrderLinkResolver, OrderLinkRunResolver } from './order-link.resolver.js';
import { OrderLinkRun } from './order-link-run.entity.js';

export const orderLinkFeature = {
  name: 'order-link',
  entities: [OrderLink, OrderLinkRun, OrderClaim],
  policies: [orderLinkPolicy, orderLinkRunPolicy],
  resolvers: [OrderLinkResolver, OrderLinkRunResolver, OrderClaimResolver],
};
