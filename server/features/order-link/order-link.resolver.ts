import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { say } from '../../core/words.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { levelsOf, matchFields } from '../matching/model.rules.js';
import { Order } from '../order/order.entity.js';
import { orderById } from '../order/order.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { OrderLink } from './order-link.entity.js';
import {
  AcceptOrderLinksInput,
  AcceptOrderLinksPayload,
  LinkOrdersInput,
  LinkOrdersPayload,
  OrderLinkChange,
  OrderLinkEvidence,
  OrderLinkWeight,
  ReviewOrderLinkInput,
  ReviewOrderLinkPayload,
  UndoOrderLinkRunInput,
  UndoOrderLinkRunPayload,
} from './order-link.input.js';
import { linkOrdersJob } from './order-link.jobs.js';
import { OrderLinkConnection, OrderLinkPage, OrderLinkRunConnection, OrderLinkRunPage } from './order-link.page.js';
import { orderLinkPolicy, orderLinkRunPolicy } from './order-link.policy.js';
import { orderLinkById, orderLinkRunById, orderLinkRuns, orderLinks } from './order-link.relations.js';
import { acceptOrderLinks, reviewOrderLink } from './order-link-review.service.js';
import { OrderLinkOrigin, OrderLinkRun } from './order-link-run.entity.js';
import { addLinkRun, undoLinkRun } from './order-link-run.service.js';

const OrderLinkAbilities = Abilities(OrderLink, orderLinkPolicy);
const OrderLinkRunAbilities = Abilities(OrderLinkRun, orderLinkRunPolicy);

@Resolver(() => OrderLink)
export class OrderLinkResolver {
  @Query(() => OrderLink, { nullable: true, description: 'One link of an order to a customer. Null when there is none.' })
  @Requires('orderLink.read')
  @Through(orderLinkById)
  orderLink(@Arg('id', () => ID, { description: 'The link’s.' }) _id: string): void {}

  @Query(() => OrderLinkConnection, {
    description: 'Orders and the customers they may be of: those to be looked at, unless the filter says otherwise.',
  })
  @Requires('orderLink.read')
  @Through(orderLinks)
  orderLinkCandidates(@Args() _page: OrderLinkPage): void {}

  @Mutation(() => ReviewOrderLinkPayload, { description: 'Decides about one pair. No run changes what somebody decided.' })
  @Requires('orderLink.review')
  async reviewOrderLink(
    @Arg('input', { description: 'Which, and how.' }) { id, decision }: ReviewOrderLinkInput,
    @Ctx() ctx: Context,
  ): Promise<ReviewOrderLinkPayload> {
    return { orderLink: await reviewOrderLink(ctx, id, decision) };
  }

  @Mutation(() => AcceptOrderLinksPayload, {
    description: 'Accepts all proposals above a score; first, with `dryRun`, says how many.',
  })
  @Requires('orderLink.review')
  async acceptOrderLinks(
    @Arg('input', { description: 'Which.' }) input: AcceptOrderLinksInput,
    @Ctx() ctx: Context,
  ): Promise<AcceptOrderLinksPayload> {
    const { matching, accepted } = await acceptOrderLinks(ctx, input);
    return { matching, orderLinks: accepted };
  }

  @FieldResolver(() => Order, { nullable: true, description: 'The order.' })
  @Through(orderById, 'orderId')
  order(): void {}

  @FieldResolver(() => Customer, { nullable: true, description: 'Who it may be of.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who decided. Null where nobody did.' })
  @Through(userById, 'decidedById')
  decidedBy(): void {}

  @FieldResolver(() => OrderLinkRun, { nullable: true, description: 'The run that found it. Null where it is gone.' })
  @Through(orderLinkRunById, 'runId')
  run(): void {}

  @FieldResolver(() => [OrderLinkEvidence], { description: 'What speaks for and against it, what says most first.' })
  evidence(@Root() { found }: OrderLink, @Ctx() { locale }: Context): OrderLinkEvidence[] {
    const lines = found.map((one) => ({ ...one, text: say(`EVIDENCE_${one.field}_${one.level}`, locale) }));
    return lines.sort((a, b) => Math.abs(b.bits) - Math.abs(a.bits));
  }

  @FieldResolver(() => OrderLinkAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() link: OrderLink, @Ctx() ctx: Context) {
    return abilities(ctx, link);
  }
}

@Resolver(() => OrderLinkRun)
export class OrderLinkRunResolver {
  @Query(() => OrderLinkRun, { nullable: true, description: 'One run. Null when there is none.' })
  @Requires('orderLink.read')
  @Through(orderLinkRunById)
  orderLinkRun(@Arg('id', () => ID, { description: 'The run’s.' }) _id: string): void {}

  @Query(() => OrderLinkRunConnection, {
    description: 'The runs that looked whose orders are, from here, from imports and from the command line.',
  })
  @Requires('orderLink.read')
  @Through(orderLinkRuns)
  orderLinkRuns(@Args() _page: OrderLinkRunPage): void {}

  @Mutation(() => LinkOrdersPayload, {
    description:
      'Looks, in the background, whose the orders without a customer are: links what is sure and proposes the rest, with its evidence.',
  })
  @Requires('orderLink.run')
  @Limited('import')
  async linkOrders(
    @Arg('input', { description: 'Which, and how.' }) input: LinkOrdersInput,
    @Ctx() ctx: Context,
  ): Promise<LinkOrdersPayload> {
    const run = await addLinkRun(ctx, { ...input, origin: OrderLinkOrigin.PERSON });
    await enqueue(ctx, linkOrdersJob, { runId: run.id, onlyNew: false });
    return { run };
  }

  @Mutation(() => UndoOrderLinkRunPayload, { description: 'Takes back all that a run did, but for what somebody decided since.' })
  @Requires('orderLink.run')
  async undoOrderLinkRun(
    @Arg('input', { description: 'Which.' }) { id }: UndoOrderLinkRunInput,
    @Ctx() ctx: Context,
  ): Promise<UndoOrderLinkRunPayload> {
    return { run: await undoLinkRun(ctx, id) };
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who asked for it. Null for imports and the command line.' })
  @Through(userById, 'createdById')
  createdBy(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who took it back. Null unless somebody did.' })
  @Through(userById, 'undoneById')
  undoneBy(): void {}

  @FieldResolver(() => [OrderLinkChange], {
    description: 'The first changes, or, of a dry run, what would change: the likeliest 50.',
  })
  changes(@Root() { firstChanges }: OrderLinkRun): OrderLinkChange[] {
    return firstChanges as OrderLinkChange[];
  }

  @FieldResolver(() => [OrderLinkWeight], { description: 'The weights it reckoned with. Empty until it learnt them.' })
  weights(@Root() { kept }: OrderLinkRun, @Ctx() { locale }: Context): OrderLinkWeight[] {
    if (!kept) return [];
    return matchFields.flatMap((field) =>
      levelsOf[field].map((level, i) => ({
        field,
        level,
        agreement: kept.agreement[field][i],
        text: say(`EVIDENCE_${field}_${level}`, locale),
      })),
    );
  }

  @FieldResolver(() => OrderLinkRunAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() run: OrderLinkRun, @Ctx() ctx: Context) {
    return abilities(ctx, run);
  }
}
