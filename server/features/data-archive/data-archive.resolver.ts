import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Public, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { say } from '../../core/words.js';
import { DataSubjectRequest } from '../data-subject-request/data-subject-request.entity.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { DataArchive, DataArchiveHere } from './data-archive.entity.js';
import {
  DeliverDataArchiveInput,
  DeliverDataArchivePayload,
  OpenDataArchiveInput,
  OpenDataArchivePayload,
  PrepareDataArchiveInput,
  PrepareDataArchivePayload,
} from './data-archive.input.js';
import { writeDataArchiveJob } from './data-archive.jobs.js';
import { dataArchivePolicy } from './data-archive.policy.js';
import { dataArchivesByRequest } from './data-archive.relations.js';
import { deliverDataArchive, downloadUrlOf, lookAtArchive, openArchive, prepareDataArchive } from './data-archive.service.js';

const DataArchiveAbilities = Abilities(DataArchive, dataArchivePolicy);

@Resolver(() => DataSubjectRequest)
export class RequestArchivesResolver {
  @FieldResolver(() => [DataArchive], {
    description: 'Copies of their data made for it, the latest first; for whoever asked, those that were handed over.',
  })
  @Through(dataArchivesByRequest)
  archives(): void {}
}

@Resolver(() => DataArchive)
export class DataArchiveResolver {
  @Mutation(() => PrepareDataArchivePayload, {
    description:
      'Writes a copy of what there is of somebody, in the background. Whoever answers looks it through before it is handed over.',
  })
  @Requires('dataSubjectRequest.handle')
  @Limited('export')
  async prepareDataArchive(
    @Arg('input', { description: 'For which request.' }) input: PrepareDataArchiveInput,
    @Ctx() ctx: Context,
  ): Promise<PrepareDataArchivePayload> {
    const archive = await prepareDataArchive(ctx, input);
    await enqueue(ctx, writeDataArchiveJob, { id: archive.id });
    return { archive };
  }

  @Mutation(() => DeliverDataArchivePayload, {
    description:
      'Hands a copy over, and closes its request: in the portal of whoever has an account, else by a link that is mailed to them and works for 14 days.',
  })
  @Requires('dataSubjectRequest.handle')
  deliverDataArchive(
    @Arg('input', { description: 'Which, and what the person is told.' }) input: DeliverDataArchiveInput,
    @Ctx() ctx: Context,
  ): Promise<DeliverDataArchivePayload> {
    return deliverDataArchive(ctx, input);
  }

  @Query(() => DataArchiveHere, {
    nullable: true,
    description: 'What a mailed link to a copy gives, by what stands behind its #. Null where it gives nothing (any more).',
  })
  @Public()
  @Limited('share-link')
  dataArchiveHere(
    @Arg('token', { description: 'What stands behind the # of the link.' }) token: string,
    @Ctx() ctx: Context,
  ): Promise<DataArchiveHere | null> {
    return lookAtArchive(ctx, token);
  }

  @Mutation(() => OpenDataArchivePayload, { description: 'Opens a mailed link: answers where the copy is fetched.' })
  @Public()
  @Limited('share-link')
  async openDataArchive(
    @Arg('input', { description: 'The link.' }) { token }: OpenDataArchiveInput,
    @Ctx() ctx: Context,
  ): Promise<OpenDataArchivePayload> {
    return { downloadUrl: await openArchive(ctx, token) };
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it failed, in your language. Null unless it did.' })
  error(@Root() { errorCode }: DataArchive, @Ctx() { locale }: Context): string | null {
    return errorCode && say(errorCode, locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where to fetch the file, for ten minutes. Null while there is none.',
  })
  downloadUrl(@Root() archive: DataArchive, @Ctx() ctx: Context): string | null {
    return downloadUrlOf(ctx, archive);
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who asked for it. Null when you may not know.' })
  @Through(userById, 'createdById')
  createdBy(): void {}

  @FieldResolver(() => DataArchiveAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() archive: DataArchive, @Ctx() ctx: Context) {
    return abilities(ctx, archive);
  }
}
