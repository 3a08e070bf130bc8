import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { happenings } from '../../core/events/live.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { say } from '../../core/words.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { ImportOrdersInput, ImportOrdersPayload } from './import.input.js';
import { importOrdersJob } from './import.jobs.js';
import { ImportRefusalConnection, ImportRefusalPage, ImportRunConnection, ImportRunPage } from './import.page.js';
import { importRunById, importRuns, refusalsByImportRun } from './import.relations.js';
import { ImportRefusal } from './import-refusal.entity.js';
import { ImportRun } from './import-run.entity.js';
import { receiveOrders } from './import-run.service.js';
import { messageOf } from './refusal-report.service.js';

@Resolver(() => ImportRun)
export class ImportResolver {
  @Query(() => ImportRun, { nullable: true, description: 'One import. Null when there is none.' })
  @Requires('order.import')
  @Through(importRunById)
  importRun(@Arg('id', () => ID, { description: 'The import’s.' }) _id: string): void {}

  @Query(() => ImportRunConnection, { description: 'All imports, from here and from the command line.' })
  @Requires('order.import')
  @Through(importRuns)
  importRuns(@Args() _page: ImportRunPage): void {}

  @Mutation(() => ImportOrdersPayload, {
    description:
      'Takes a file of orders and imports it in the background: customers and orders are made or completed, and the same file twice changes nothing.',
  })
  @Requires('order.import')
  @Limited('import')
  async importOrders(
    @Arg('input', { description: 'The file, and how to read it.' }) input: ImportOrdersInput,
    @Ctx() ctx: Context,
  ): Promise<ImportOrdersPayload> {
    const importRun = await receiveOrders(ctx, input);
    await enqueue(ctx, importOrdersJob, { importRunId: importRun.id });
    return { importRun };
  }

  @Subscription(() => ImportRun, {
    nullable: true,
    subscribe: happenings(['importRun'], ({ id }, { args }) => id === args.id),
    description: 'The import each time it got further, about twice a second, and once it ended.',
  })
  @Requires('order.import')
  @Through(importRunById)
  importRunChanged(@Arg('id', () => ID, { description: 'The import’s.' }) _id: string): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who sent the file. Null when it came by the command line.' })
  @Through(userById, 'createdById')
  createdBy(): void {}

  @FieldResolver(() => ImportRefusalConnection, { description: 'The lines that were refused.' })
  @Through(refusalsByImportRun)
  refusals(@Args() _page: ImportRefusalPage): void {}

  @FieldResolver(() => String, { nullable: true, description: 'Why it failed, in your language. Null unless it did.' })
  error(@Root() { errorCode, errorParams }: ImportRun, @Ctx() { locale }: Context): string | null {
    return errorCode && say(errorCode, locale, errorParams ?? {});
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to fetch all refused lines as CSV, for ten minutes. Null when no line was refused.',
  })
  reportUrl(@Root() { id, refusedTotal }: ImportRun, @Ctx() ctx: Context): string | null {
    return refusedTotal > 0 ? ctx.signedUrl(`imports/${id}`, 'refused.csv') : null;
  }
}

@Resolver(() => ImportRefusal)
export class ImportRefusalResolver {
  @FieldResolver(() => String, { description: 'Why, in your language.' })
  message(@Root() refusal: ImportRefusal, @Ctx() { locale }: Context): string {
    return messageOf(refusal, locale);
  }
}
