import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { Through } from '../../core/relation.js';
import { say } from '../../core/words.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { categoryOf } from './all.categories.js';
import {
  StartRetentionRunInput,
  StartRetentionRunPayload,
  UpdateRetentionRuleInput,
  UpdateRetentionRulePayload,
} from './retention.input.js';
import './category.words.js';
import { retentionJob } from './retention.jobs.js';
import { RetentionRunConnection, RetentionRunPage } from './retention.page.js';
import { retentionRulePolicy } from './retention.policy.js';
import { retentionRuleList, retentionRunById, retentionRuns } from './retention.relations.js';
import { spelled } from './retention-count.service.js';
import { RetentionExample, RetentionPreview } from './retention-preview.entity.js';
import { RetentionAction, RetentionCategory, RetentionRule } from './retention-rule.entity.js';
import { previewOf, startRetentionRun, updateRetentionRule } from './retention-rule.service.js';
import { RetentionLine, RetentionRun } from './retention-run.entity.js';

const RetentionRuleAbilities = Abilities(RetentionRule, retentionRulePolicy);

@Resolver(() => RetentionRule)
export class RetentionRuleResolver {
  @Query(() => [RetentionRule], { description: 'How long each category is kept, and what happens then.' })
  @Requires('retention.read')
  @Through(retentionRuleList)
  retentionRules(): void {}

  @Query(() => RetentionPreview, {
    description: 'What would become of a category today, with examples: a dry run of one rule. Nothing is changed.',
  })
  @Requires('retention.read')
  retentionPreview(
    @Arg('category', () => RetentionCategory, { description: 'Of which.' }) category: RetentionCategory,
    @Ctx() ctx: Context,
    @Arg('months', () => Int, { nullable: true, description: 'With this period instead of the rule’s: within its bounds.' })
    months?: number | null,
  ): Promise<RetentionPreview> {
    return previewOf(ctx, category, months);
  }

  @Mutation(() => UpdateRetentionRulePayload, {
    description: 'Changes a period, or switches a rule on or off. Less than the law asks for is refused.',
  })
  @Requires('retention.manage')
  async updateRetentionRule(
    @Arg('input', { description: 'Which, and how it is to be.' }) input: UpdateRetentionRuleInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateRetentionRulePayload> {
    return { retentionRule: await updateRetentionRule(ctx, input) };
  }

  @FieldResolver(() => String, { description: 'What it is about, in your language.' })
  name(@Root() { category }: RetentionRule, @Ctx() ctx: Context): string {
    return say(`retention.${category}`, ctx.locale);
  }

  @FieldResolver(() => String, { description: 'From which day it counts, in your language.' })
  counted(@Root() { category }: RetentionRule, @Ctx() ctx: Context): string {
    return say(`retention.${category}.counted`, ctx.locale);
  }

  @FieldResolver(() => String, { description: 'Which law or recommendation the period comes from, in your language.' })
  source(@Root() { category }: RetentionRule, @Ctx() ctx: Context): string {
    return say(`retention.${category}.source`, ctx.locale);
  }

  @FieldResolver(() => RetentionAction, { description: 'What is done once the period is over.' })
  action(@Root() { category }: RetentionRule): RetentionAction {
    return categoryOf(category).action;
  }

  @FieldResolver({ description: 'It is about people’s records: switched on by who saw what would go.' })
  personal(@Root() { category }: RetentionRule): boolean {
    return categoryOf(category).personal;
  }

  @FieldResolver(() => Int, { description: 'The shortest period, in months: the law asks for it.' })
  least(@Root() { category }: RetentionRule): number {
    return categoryOf(category).months.least;
  }

  @FieldResolver(() => Int, { description: 'The longest period, in months.' })
  most(@Root() { category }: RetentionRule): number {
    return categoryOf(category).months.most;
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who changed it last. Null: nobody did.' })
  @Through(userById, 'updatedById')
  updatedBy(): void {}

  @FieldResolver(() => RetentionRuleAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() rule: RetentionRule, @Ctx() ctx: Context) {
    return abilities(ctx, rule);
  }
}

@Resolver(() => RetentionRun)
export class RetentionRunResolver {
  @Query(() => RetentionRun, { nullable: true, description: 'One run and its report. Null when there is none.' })
  @Requires('retention.read')
  @Through(retentionRunById)
  retentionRun(@Arg('id', () => ID, { description: 'The run’s.' }) _id: string): void {}

  @Query(() => RetentionRunConnection, { description: 'Reports of what went, and of what would have gone.' })
  @Requires('retention.read')
  @Through(retentionRuns)
  retentionRuns(@Args() _page: RetentionRunPage): void {}

  @Mutation(() => StartRetentionRunPayload, {
    description: 'Does now what the night does, or only counts. Refused while a run is under way.',
  })
  @Requires('retention.manage')
  async startRetentionRun(
    @Arg('input', { description: 'How.' }) input: StartRetentionRunInput,
    @Ctx() ctx: Context,
  ): Promise<StartRetentionRunPayload> {
    const retentionRun = await startRetentionRun(ctx, input);
    await enqueue(ctx, retentionJob, { runId: retentionRun.id });
    return { retentionRun };
  }

  @FieldResolver(() => [RetentionLine], { description: 'What became of each category, in the order of the work.' })
  lines(@Root() { kept }: RetentionRun, @Ctx() ctx: Context): RetentionLine[] {
    return kept.map((line) => ({
      ...line,
      name: say(`retention.${line.category}`, ctx.locale),
      heldFor: spelled(ctx, line.heldFor),
      failedFor: spelled(ctx, line.failedFor),
    }));
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who asked for it. Null: the night did.' })
  @Through(userById, 'createdById')
  createdBy(): void {}
}

@Resolver(() => RetentionExample)
export class RetentionExampleResolver {
  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'The customer it is about. Null where there is none, or none you see.',
  })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => User, {
    nullable: true,
    description: 'The account it is about. Null where there is none, or none you see.',
  })
  @Through(userById, 'userId')
  user(): void {}
}
