import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { DocumentShare } from './document-share.entity.js';

@InputType({ description: 'A link to a document, and how far it goes.' })
export class ShareDocumentInput {
  @Field(() => ID, { description: 'The document’s.' }) documentId: string;
  @Field({ description: 'Until when it works: a year at most.' }) expiresAt: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Whoever opens it must know it: at least eight characters. Left out: nothing is asked.',
  })
  @Text({ max: 200 })
  password?: string | null;

  @Field(() => Int, { nullable: true, description: 'How often it may be downloaded. Left out: as often as they like.' })
  @Between(1, 1_000)
  mostDownloads?: number | null;

  @Field(() => String, { nullable: true, description: 'Whom it is for, as a reminder.' })
  @Text({ max: 120 })
  recipient?: string | null;
}

@InputType({ description: 'Which link to take back.' })
export class RevokeDocumentShareInput {
  @Field(() => ID, { description: 'The link’s.' }) id: string;
}

@InputType({ description: 'A link that somebody got, and its password where it has one.' })
export class OpenDocumentShareInput {
  @Field({ description: 'What stands behind the # of the link.' })
  @Text({ max: 200 })
  token: string;

  @Field(() => String, { nullable: true, description: 'Its password.' })
  @Text({ max: 200 })
  password?: string | null;
}

@ObjectType({ description: 'The answer to `shareDocument`.' })
export class ShareDocumentPayload extends Payload {
  @Field(() => DocumentShare, { nullable: true, description: 'The link, as it is listed.' }) share?: DocumentShare;
  @Field(() => String, { nullable: true, description: 'The address to give. It is never shown again.' }) url?: string;
}

@ObjectType({ description: 'The answer to `revokeDocumentShare`.' })
export class RevokeDocumentSharePayload extends Payload {
  @Field(() => DocumentShare, { nullable: true, description: 'As it is now.' }) share?: DocumentShare;
}

@ObjectType({ description: 'The answer to `openDocumentShare`.' })
export class OpenDocumentSharePayload extends Payload {
  @Field(() => String, { nullable: true, description: 'Where to download it, for some minutes. Each download counts.' })
  downloadUrl?: string;
}
