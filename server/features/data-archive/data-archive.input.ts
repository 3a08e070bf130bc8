import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { DataSubjectRequest } from '../data-subject-request/data-subject-request.entity.js';
import { Language } from '../user/user.input.js';
import { DataArchive } from './data-archive.entity.js';

@InputType({ description: 'For which request a copy is made.' })
export class PrepareDataArchiveInput {
  @Field(() => ID, { description: 'The request’s: one for access or portability, where it is sure who asks.' }) requestId: string;
  @Field(() => Language, {
    nullable: true,
    description: 'The language of the page to read; their account’s, else French, unless said.',
  })
  locale?: Language | null;
}

@InputType({ description: 'Which copy is handed over, and what the person is told.' })
export class DeliverDataArchiveInput {
  @Field(() => ID, { description: 'The copy’s.' }) id: string;
  @Field({ description: 'What the person is told: it answers their request, which is closed.' })
  @Text({ min: 3, max: 5000 })
  answer: string;
}

@InputType({ description: 'A link that was mailed.' })
export class OpenDataArchiveInput {
  @Field({ description: 'What stands behind the # of the link.' }) @Text({ min: 1, max: 200 }) token: string;
}

@ObjectType({ description: 'The answer to `prepareDataArchive`.' })
export class PrepareDataArchivePayload extends Payload {
  @Field(() => DataArchive, { nullable: true, description: 'The copy, which is written when its turn comes.' })
  archive?: DataArchive;
}

@ObjectType({ description: 'The answer to `deliverDataArchive`.' })
export class DeliverDataArchivePayload extends Payload {
  @Field(() => DataArchive, { nullable: true, description: 'As it is now.' }) archive?: DataArchive;
  @Field(() => DataSubjectRequest, { nullable: true, description: 'The request it answers.' }) request?: DataSubjectRequest;
}

@ObjectType({ description: 'The answer to `openDataArchive`.' })
export class OpenDataArchivePayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Where the file is fetched, for ten minutes.' }) downloadUrl?: string;
}
