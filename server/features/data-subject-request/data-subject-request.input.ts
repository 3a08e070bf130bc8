import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Day } from '../../core/scalars.js';
import { ConsentPurpose } from '../consent/consent.entity.js';
import { DataSubjectRequest, DataSubjectRight, IdentityProof, RequestOrigin } from './data-subject-request.entity.js';

@InputType({ description: 'What a person asks for. Who asks in their portal says only for whom, what and perhaps why.' })
export class CreateDataSubjectRequestInput {
  @Field(() => [ID], {
    description: 'The customers it is about, 20 at most: who is known under several records gets a request for each.',
  })
  @Items({ min: 1, max: 20 })
  customerIds: string[];

  @Field(() => DataSubjectRight, { description: 'What for.' }) right: DataSubjectRight;

  @Field(() => String, { nullable: true, description: 'What they said; of a rectification, needed: what is to be put right.' })
  @Text({ max: 5000 })
  details?: string | null;

  @Field(() => RequestOrigin, { nullable: true, description: 'Our team only, and needed: how it came in.' })
  origin?: RequestOrigin | null;

  @Field(() => String, { nullable: true, description: 'Our team only, and needed: who asks.' })
  @Text({ max: 200 })
  person?: string | null;

  @Field(() => String, { nullable: true, description: 'Our team only: where they are answered.' })
  @Text({ max: 300 })
  contact?: string | null;

  @Field(() => Day, { nullable: true, description: 'Our team only: the day it came in; today unless said.' })
  receivedOn?: string | null;
}

@InputType({ description: 'By what it is sure who asks.' })
export class IdentifyDataSubjectInput {
  @Field(() => ID, { description: 'The request’s.' }) id: string;
  @Field(() => IdentityProof, { description: 'By what.' }) proof: IdentityProof;
  @Field(() => String, { nullable: true, description: 'What is noted about it, never the paper’s number.' })
  @Text({ max: 1000 })
  note?: string | null;
}

@InputType({ description: 'A request that takes two months longer, and why.' })
export class ExtendDataSubjectRequestInput {
  @Field(() => ID, { description: 'The request’s.' }) id: string;
  @Field({ description: 'Why: the person is told.' }) @Text({ min: 3, max: 2000 }) reason: string;
}

@InputType({ description: 'A request that is refused, and why.' })
export class RefuseDataSubjectRequestInput {
  @Field(() => ID, { description: 'The request’s.' }) id: string;
  @Field({ description: 'Why: the person is told.' }) @Text({ min: 3, max: 5000 }) reason: string;
}

@InputType({ description: 'A request that was done, and what the person is told.' })
export class CompleteDataSubjectRequestInput {
  @Field(() => ID, { description: 'The request’s.' }) id: string;
  @Field({ description: 'What was done: the person is told.' }) @Text({ min: 3, max: 5000 }) answer: string;
  @Field(() => [ConsentPurpose], {
    nullable: true,
    description: 'Of an objection, and needed: what their data are no longer used for. It is written down at once.',
  })
  @Items({ min: 1, max: 10 })
  objected?: ConsentPurpose[] | null;
}

@InputType({ description: 'A restriction that ends, and why.' })
export class LiftRestrictionInput {
  @Field(() => ID, { description: 'The request’s that it was granted by.' }) id: string;
  @Field({ description: 'Why: the person is told before (RGPD, article 18.3).' }) @Text({ min: 3, max: 5000 }) reason: string;
}

@InputType({ description: 'A request that is taken back.' })
export class WithdrawDataSubjectRequestInput {
  @Field(() => ID, { description: 'The request’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `createDataSubjectRequest`.' })
export class CreateDataSubjectRequestPayload extends Payload {
  @Field(() => [DataSubjectRequest], { nullable: true, description: 'One for each customer.' }) requests?: DataSubjectRequest[];
}

@ObjectType({ description: 'The answer to whatever moves a request on.' })
export class DataSubjectRequestPayload extends Payload {
  @Field(() => DataSubjectRequest, { nullable: true, description: 'As it is now.' }) request?: DataSubjectRequest;
}
