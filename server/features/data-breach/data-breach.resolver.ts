import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { addDataBreachEntry, closeDataBreach, notifyDataBreach, tellDataBreachPeople } from './breach-answer.service.js';
import { DataBreach } from './data-breach.entity.js';
import {
  AddDataBreachEntryInput,
  AddDataBreachEntryPayload,
  CloseDataBreachInput,
  CreateDataBreachInput,
  DataBreachPayload,
  NotifyDataBreachInput,
  TellDataBreachPeopleInput,
  UpdateDataBreachInput,
} from './data-breach.input.js';
import './data-breach.jobs.js';
import { DataBreachConnection, DataBreachPage } from './data-breach.page.js';
import { dataBreachPolicy } from './data-breach.policy.js';
import { dataBreachById, dataBreaches, entriesByBreach } from './data-breach.relations.js';
import { createDataBreach, updateDataBreach } from './data-breach.service.js';
import { DataBreachEntry } from './data-breach-entry.entity.js';

const DataBreachAbilities = Abilities(DataBreach, dataBreachPolicy);
const which = { description: 'Which, and what is said.' };

@Resolver(() => DataBreach)
export class DataBreachResolver {
  @Query(() => DataBreach, { nullable: true, description: 'One breach. Null when there is none.' })
  @Requires('register.read')
  @Through(dataBreachById)
  dataBreach(@Arg('id', () => ID, { description: 'The breach’s.' }) _id: string): void {}

  @Query(() => DataBreachConnection, { description: 'The register of breaches (RGPD, article 33.5).' })
  @Requires('register.read')
  @Through(dataBreaches)
  dataBreaches(@Args() _page: DataBreachPage): void {}

  @Mutation(() => DataBreachPayload, { description: 'Writes a breach down: from when we became aware, 72 hours run.' })
  @Requires('breach.manage')
  async createDataBreach(@Arg('input', which) input: CreateDataBreachInput, @Ctx() ctx: Context): Promise<DataBreachPayload> {
    return { dataBreach: await createDataBreach(ctx, input) };
  }

  @Mutation(() => DataBreachPayload, { description: 'Says more of a breach, or assesses its risk, while it is open.' })
  @Requires('breach.manage')
  async updateDataBreach(@Arg('input', which) input: UpdateDataBreachInput, @Ctx() ctx: Context): Promise<DataBreachPayload> {
    return { dataBreach: await updateDataBreach(ctx, input) };
  }

  @Mutation(() => DataBreachPayload, { description: 'Notes when the CNIL was told; after more than 72 hours with the reason.' })
  @Requires('breach.manage')
  async notifyDataBreach(@Arg('input', which) input: NotifyDataBreachInput, @Ctx() ctx: Context): Promise<DataBreachPayload> {
    return { dataBreach: await notifyDataBreach(ctx, input) };
  }

  @Mutation(() => DataBreachPayload, { description: 'Notes when the people were told, or why they are not.' })
  @Requires('breach.manage')
  async tellDataBreachPeople(
    @Arg('input', which) input: TellDataBreachPeopleInput,
    @Ctx() ctx: Context,
  ): Promise<DataBreachPayload> {
    return { dataBreach: await tellDataBreachPeople(ctx, input) };
  }

  @Mutation(() => AddDataBreachEntryPayload, { description: 'Adds what was found out or done since. It stays as it is said.' })
  @Requires('breach.manage')
  async addDataBreachEntry(
    @Arg('input', which) input: AddDataBreachEntryInput,
    @Ctx() ctx: Context,
  ): Promise<AddDataBreachEntryPayload> {
    return addDataBreachEntry(ctx, input);
  }

  @Mutation(() => DataBreachPayload, { description: 'Closes a breach, once all that its risk asks for was done.' })
  @Requires('breach.manage')
  async closeDataBreach(@Arg('input', which) { id }: CloseDataBreachInput, @Ctx() ctx: Context): Promise<DataBreachPayload> {
    return { dataBreach: await closeDataBreach(ctx, id) };
  }

  @FieldResolver(() => [DataBreachEntry], { description: 'What was found out or done since, the latest first.' })
  @Through(entriesByBreach)
  entries(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who wrote it down.' })
  @Through(userById, 'createdById')
  createdBy(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who closed it. Null while it is open.' })
  @Through(userById, 'closedById')
  closedBy(): void {}

  @FieldResolver(() => DataBreachAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() breach: DataBreach, @Ctx() ctx: Context) {
    return abilities(ctx, breach);
  }
}

@Resolver(() => DataBreachEntry)
export class DataBreachEntryResolver {
  @FieldResolver(() => User, { nullable: true, description: 'Who wrote it down.' })
  @Through(userById, 'authorId')
  author(): void {}
}
