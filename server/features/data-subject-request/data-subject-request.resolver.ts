import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { DataSubjectRequest } from './data-subject-request.entity.js';
import {
  CompleteDataSubjectRequestInput,
  CreateDataSubjectRequestInput,
  CreateDataSubjectRequestPayload,
  DataSubjectRequestPayload,
  ExtendDataSubjectRequestInput,
  IdentifyDataSubjectInput,
  LiftRestrictionInput,
  RefuseDataSubjectRequestInput,
  WithdrawDataSubjectRequestInput,
} from './data-subject-request.input.js';
import './data-subject-request.jobs.js';
import { DataSubjectRequestConnection, DataSubjectRequestPage } from './data-subject-request.page.js';
import { dataSubjectRequestPolicy } from './data-subject-request.policy.js';
import {
  alsoKnownByCustomer,
  dataSubjectRequestById,
  dataSubjectRequests,
  dataSubjectRequestsByCustomer,
} from './data-subject-request.relations.js';
import { createDataSubjectRequests } from './data-subject-request.service.js';
import {
  extendDataSubjectRequest,
  identifyDataSubject,
  refuseDataSubjectRequest,
  withdrawDataSubjectRequest,
} from './request-answer.service.js';
import { grantDataSubjectRequest, liftRestriction } from './request-grant.service.js';

const DataSubjectRequestAbilities = Abilities(DataSubjectRequest, dataSubjectRequestPolicy);
const which = { description: 'Which, and what is said.' };

@Resolver(() => DataSubjectRequest)
export class DataSubjectRequestResolver {
  @Query(() => DataSubjectRequest, { nullable: true, description: 'One request. Null when there is none.' })
  @Requires('dataSubjectRequest.read')
  @Through(dataSubjectRequestById)
  dataSubjectRequest(@Arg('id', () => ID, { description: 'The request’s.' }) _id: string): void {}

  @Query(() => DataSubjectRequestConnection, {
    description: 'The register of requests about people’s data; for clients, the requests they made.',
  })
  @Requires('dataSubjectRequest.read')
  @Through(dataSubjectRequests)
  dataSubjectRequests(@Args() _page: DataSubjectRequestPage): void {}

  @Mutation(() => CreateDataSubjectRequestPayload, {
    description: 'Asks for a right over one’s data, or writes down that somebody did. An answer is due within a month.',
  })
  @Requires('dataSubjectRequest.create')
  @Limited('data-request')
  async createDataSubjectRequest(
    @Arg('input', { description: 'What is asked.' }) input: CreateDataSubjectRequestInput,
    @Ctx() ctx: Context,
  ): Promise<CreateDataSubjectRequestPayload> {
    return { requests: await createDataSubjectRequests(ctx, input) };
  }

  @Mutation(() => DataSubjectRequestPayload, { description: 'Notes that it is sure who asks.' })
  @Requires('dataSubjectRequest.handle')
  async identifyDataSubject(
    @Arg('input', which) input: IdentifyDataSubjectInput,
    @Ctx() ctx: Context,
  ): Promise<DataSubjectRequestPayload> {
    return { request: await identifyDataSubject(ctx, input) };
  }

  @Mutation(() => DataSubjectRequestPayload, {
    description: 'Takes two months longer for a request, and tells the person why. Once, and within the first month.',
  })
  @Requires('dataSubjectRequest.handle')
  async extendDataSubjectRequest(
    @Arg('input', which) { id, reason }: ExtendDataSubjectRequestInput,
    @Ctx() ctx: Context,
  ): Promise<DataSubjectRequestPayload> {
    return { request: await extendDataSubjectRequest(ctx, id, reason) };
  }

  @Mutation(() => DataSubjectRequestPayload, { description: 'Refuses a request, and tells the person why.' })
  @Requires('dataSubjectRequest.handle')
  async refuseDataSubjectRequest(
    @Arg('input', which) { id, reason }: RefuseDataSubjectRequestInput,
    @Ctx() ctx: Context,
  ): Promise<DataSubjectRequestPayload> {
    return { request: await refuseDataSubjectRequest(ctx, id, reason) };
  }

  @Mutation(() => DataSubjectRequestPayload, {
    description:
      'Closes a request that was done, and tells the person. Only once it is sure who asks. A restriction holds from then on; an objection is written down for the purposes it is about.',
  })
  @Requires('dataSubjectRequest.handle')
  async completeDataSubjectRequest(
    @Arg('input', which) { id, answer, objected }: CompleteDataSubjectRequestInput,
    @Ctx() ctx: Context,
  ): Promise<DataSubjectRequestPayload> {
    return { request: await grantDataSubjectRequest(ctx, id, answer, objected ?? null) };
  }

  @Mutation(() => DataSubjectRequestPayload, {
    description: 'Ends a restriction: the person is told why, and from then on their data are used again.',
  })
  @Requires('dataSubjectRequest.handle')
  async liftRestriction(
    @Arg('input', which) { id, reason }: LiftRestrictionInput,
    @Ctx() ctx: Context,
  ): Promise<DataSubjectRequestPayload> {
    return { request: await liftRestriction(ctx, id, reason) };
  }

  @Mutation(() => DataSubjectRequestPayload, { description: 'Takes a request back.' })
  @Requires('dataSubjectRequest.create')
  async withdrawDataSubjectRequest(
    @Arg('input', which) { id }: WithdrawDataSubjectRequestInput,
    @Ctx() ctx: Context,
  ): Promise<DataSubjectRequestPayload> {
    return { request: await withdrawDataSubjectRequest(ctx, id) };
  }

  @FieldResolver(() => Customer, { nullable: true, description: 'About whom. Null where you don’t see them, or they are gone.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => [Customer], {
    nullable: true,
    description: 'Other customers with the same e-mail address or number, 20 at most: the person may be known there too.',
  })
  @Requires('dataSubjectRequest.handle')
  @Through(alsoKnownByCustomer, 'customerId')
  alsoKnownAs(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who wrote it down, or asked.' })
  @Through(userById, 'createdById')
  createdBy(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who made sure who asks. Null: their portal did.' })
  @Through(userById, 'identifiedById')
  identifiedBy(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who closed it. Null while it is open.' })
  @Through(userById, 'closedById')
  closedBy(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who lifted it. Null while it holds, and otherwise.' })
  @Through(userById, 'liftedById')
  liftedBy(): void {}

  @FieldResolver(() => Boolean, { description: 'Whoever asked has an account, and follows it in their portal.' })
  inPortal(@Root() { userId }: DataSubjectRequest): boolean {
    return userId !== null;
  }

  @FieldResolver(() => DataSubjectRequestAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() request: DataSubjectRequest, @Ctx() ctx: Context) {
    return abilities(ctx, request);
  }
}

@Resolver(() => Customer)
export class CustomerDataSubjectRequestsResolver {
  @FieldResolver(() => [DataSubjectRequest], { nullable: true, description: 'Requests about their data, the latest first.' })
  @Requires('dataSubjectRequest.read')
  @Through(dataSubjectRequestsByCustomer)
  dataSubjectRequests(): void {}
}
