import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { happenings } from '../../core/events/live.js';
import { Through } from '../../core/relation.js';
import { say } from '../../core/words.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { ImportRefusalConnection, ImportRefusalPage, ImportRunConnection, ImportRunPage } from './import.page.js';
import { importRunById, importRuns, refusalsByImportRun } from './import.relations.js';
import './import.words.js';
import { ImportRefusal } from './import-refusal.entity.js';
import { ImportRun } from './import-run.entity.js';

@Resolver(() => ImportRun)
export class ImportResolver {
  @Query(() => ImportRun, { nullable: true, description: 'One import. Null when there is none.' })
  @Requires('import.read')
  @Through(importRunById)
  importRun(@Arg('id', () => ID, { description: 'The import’s.' }) _id: string): void {}

  @Query(() => ImportRunConnection, { description: 'The imports of what you may import, from here and from the command line.' })
  @Requires('import.read')
  @Through(importRuns)
  importRuns(@Args() _page: ImportRunPage): void {}

  @Subscription(() => ImportRun, {
    nullable: true,
    subscribe: happenings(['importRun'], ({ id }, { args }) => id === args.id),
    description: 'The import each time it got further, about twice a second, and once it ended.',
  })
  @Requires('import.read')
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
  message(@Root() { code, value }: ImportRefusal, @Ctx() { locale }: Context): string {
    return say(code, locale, { value });
  }
}
