import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { Json } from '../../core/scalars.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { CustomerSegment } from './segment.entity.js';
import {
  DeleteSegmentInput,
  DeleteSegmentPayload,
  DuplicateSegmentInput,
  DuplicateSegmentPayload,
  FollowSegmentInput,
  FollowSegmentPayload,
  RefreshSegmentInput,
  RefreshSegmentPayload,
  RestoreSegmentInput,
  RestoreSegmentPayload,
  RULE,
  SaveSegmentInput,
  SaveSegmentPayload,
} from './segment.input.js';
import { SegmentChangeConnection, SegmentChangePage, SegmentMemberConnection, SegmentMemberPage } from './segment.page.js';
import { customerSegmentPolicy } from './segment.policy.js';
import {
  changesBySegment,
  customerSegmentById,
  customerSegments,
  followingBySegment,
  memberCountBySegment,
  membersBySegment,
  movementBySegment,
  recentBySegment,
} from './segment.relations.js';
import { askRefresh, deleteSegment, duplicateSegment, followSegment, restoreSegment, saveSegment } from './segment.service.js';
import { describedFields } from './segment-catalogue.service.js';
import { SegmentChange } from './segment-change.entity.js';
import { SegmentField } from './segment-field.entity.js';
import { SegmentDay, SegmentMoves, SegmentPreview } from './segment-figures.entity.js';
import { SegmentMember } from './segment-member.entity.js';
import { descriptionOf, nameOf, previewSegment, ruleOf, sentenceOfSegment } from './segment-read.service.js';
import './segment-refresh.service.js';

const SegmentAbilities = Abilities(CustomerSegment, customerSegmentPolicy);

@Resolver(() => CustomerSegment)
export class SegmentResolver {
  @Query(() => [CustomerSegment], {
    description:
      'The segments of customers: those the product came with first, then by age. Without those whose rule asks about what you may not see.',
  })
  @Requires('segment.read')
  @Through(customerSegments)
  segments(): void {}

  @Query(() => CustomerSegment, { nullable: true, description: 'One segment. Null when there is none.' })
  @Requires('segment.read')
  @Through(customerSegmentById)
  segment(@Arg('id', () => ID, { description: 'The segment’s.' }) _id: string): void {}

  @Query(() => [SegmentField], { description: 'What rules may ask about, of what you may see.' })
  @Requires('segment.manage')
  segmentFields(@Ctx() ctx: Context): Promise<SegmentField[]> {
    return describedFields(ctx);
  }

  @Query(() => SegmentPreview, { description: 'Who a rule would hold for, as somebody writes it.' })
  @Requires('segment.manage')
  @Limited('segment-preview')
  segmentPreview(@Arg('rule', () => Json, { description: RULE }) rule: unknown, @Ctx() ctx: Context): Promise<SegmentPreview> {
    return previewSegment(ctx, rule);
  }

  @Mutation(() => SaveSegmentPayload, {
    description:
      'Makes a segment, or changes one. Who is in it is worked out right after; a change of the rule is nobody’s coming or leaving.',
  })
  @Requires('segment.manage')
  async saveSegment(
    @Arg('input', { description: 'What it is.' }) input: SaveSegmentInput,
    @Ctx() ctx: Context,
  ): Promise<SaveSegmentPayload> {
    return { segment: await saveSegment(ctx, input) };
  }

  @Mutation(() => DuplicateSegmentPayload, { description: 'Copies a segment under another name.' })
  @Requires('segment.manage')
  async duplicateSegment(
    @Arg('input', { description: 'Which.' }) { id }: DuplicateSegmentInput,
    @Ctx() ctx: Context,
  ): Promise<DuplicateSegmentPayload> {
    return { segment: await duplicateSegment(ctx, id) };
  }

  @Mutation(() => RestoreSegmentPayload, { description: 'Puts a segment that came with the product back as it came.' })
  @Requires('segment.manage')
  async restoreSegment(
    @Arg('input', { description: 'Which.' }) { id }: RestoreSegmentInput,
    @Ctx() ctx: Context,
  ): Promise<RestoreSegmentPayload> {
    return { segment: await restoreSegment(ctx, id) };
  }

  @Mutation(() => RefreshSegmentPayload, {
    description: 'Looks at all customers again, in the background, without waiting for the night.',
  })
  @Requires('segment.manage')
  @Limited('import')
  async refreshSegment(
    @Arg('input', { description: 'Which.' }) { id }: RefreshSegmentInput,
    @Ctx() ctx: Context,
  ): Promise<RefreshSegmentPayload> {
    return { segment: await askRefresh(ctx, id) };
  }

  @Mutation(() => DeleteSegmentPayload, {
    description: 'Deletes a segment of ours, with its history. One that came with the product stays.',
  })
  @Requires('segment.manage')
  async deleteSegment(
    @Arg('input', { description: 'Which.' }) { id }: DeleteSegmentInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteSegmentPayload> {
    return { deletedId: await deleteSegment(ctx, id) };
  }

  @Mutation(() => FollowSegmentPayload, {
    description: 'Whether you are told who comes into a segment and leaves it: one message a time it is worked out.',
  })
  @Requires('segment.follow')
  async followSegment(
    @Arg('input', { description: 'Which, and what you want.' }) { id, following }: FollowSegmentInput,
    @Ctx() ctx: Context,
  ): Promise<FollowSegmentPayload> {
    return { segment: await followSegment(ctx, id, following) };
  }

  @FieldResolver(() => String, {
    description: 'What it is called; one that came with the product in your language, until somebody renames it.',
  })
  name(@Root() segment: CustomerSegment, @Ctx() { locale }: Context): string {
    return nameOf(segment, locale);
  }

  @FieldResolver(() => String, { nullable: true, description: 'What it is for. Null when nobody said.' })
  description(@Root() segment: CustomerSegment, @Ctx() { locale }: Context): string | null {
    return descriptionOf(segment, locale);
  }

  @FieldResolver(() => Json, { description: RULE })
  rule(@Root() segment: CustomerSegment): object {
    return ruleOf(segment);
  }

  @FieldResolver(() => String, { nullable: true, description: 'The rule in your language. Null where it is broken.' })
  sentence(@Root() segment: CustomerSegment, @Ctx() ctx: Context): Promise<string | null> {
    return sentenceOfSegment(ctx, segment);
  }

  @FieldResolver(() => Boolean, { description: 'It came with the product, and somebody changed it since.' })
  changed(@Root() { delivered, givenName, givenDescription, givenRule }: CustomerSegment): boolean {
    return delivered && (givenName !== null || givenDescription !== null || givenRule !== null);
  }

  @FieldResolver(() => Int, { description: 'How many customers are in it now.' })
  @Through(memberCountBySegment)
  memberCount(): void {}

  @FieldResolver(() => SegmentMoves, {
    description: 'How many came and left in the last days, without what a change of the rule moved.',
  })
  @Through(recentBySegment)
  recent(@Arg('days', () => Int, { defaultValue: 30, description: 'How many days.' }) _days: number): void {}

  @FieldResolver(() => [SegmentDay], {
    description: 'Day by day, the earliest first, today last; the first filling is no coming in.',
  })
  @Through(movementBySegment)
  movement(@Arg('days', () => Int, { defaultValue: 30, description: 'How many days, 366 at most.' }) _days: number): void {}

  @FieldResolver(() => SegmentMemberConnection, { description: 'The customers in it, who came last first.' })
  @Through(membersBySegment)
  members(@Args() _page: SegmentMemberPage): void {}

  @FieldResolver(() => SegmentChangeConnection, { description: 'Who came and who left, the latest first.' })
  @Through(changesBySegment)
  history(@Args() _page: SegmentChangePage): void {}

  @FieldResolver(() => Boolean, { description: 'You are told who comes and leaves.' })
  @Through(followingBySegment)
  following(): void {}

  @FieldResolver(() => SegmentAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() segment: CustomerSegment, @Ctx() ctx: Context) {
    return abilities(ctx, segment);
  }
}

@Resolver(() => SegmentMember)
export class SegmentMemberResolver {
  @FieldResolver(() => Customer, { description: 'Who.' })
  @Through(customerById, 'customerId')
  customer(): void {}
}

@Resolver(() => SegmentChange)
export class SegmentChangeResolver {
  @FieldResolver(() => Customer, { description: 'Who.' })
  @Through(customerById, 'customerId')
  customer(): void {}
}
