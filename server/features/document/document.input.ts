import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { type ReceivedFile, Upload } from '../../core/upload.js';
import { Document, DocumentCategory, DocumentVisibility } from './document.entity.js';

@InputType({
  description: 'A file, and where it belongs: name a customer, a project, a mission, or the document it is a new version of.',
})
export class UploadDocumentInput {
  @Field(() => Upload, { description: 'The file.' }) file: Promise<ReceivedFile>;
  @Field(() => ID, { nullable: true, description: 'The customer’s.' }) customerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The project’s; its customer follows.' }) projectId?: string | null;
  @Field(() => ID, { nullable: true, description: 'The mission’s; its project and its customer follow.' }) missionId?:
    | string
    | null;
  @Field(() => ID, { nullable: true, description: 'The document’s that gets a new version.' }) documentId?: string | null;

  @Field(() => DocumentCategory, { nullable: true, description: 'What it is: OTHER unless said, or as the document has it.' })
  category?: DocumentCategory | null;

  @Field(() => DocumentVisibility, {
    nullable: true,
    description: 'Who sees it. Unless said: INTERNAL from our own people, PRESTATAIRE from a prestataire, CLIENT from others.',
  })
  visibility?: DocumentVisibility | null;

  @Field(() => String, { nullable: true, description: 'Sent again with the same key, it answers what the first call made.' })
  @Text({ max: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'Which document to delete.' })
export class DeleteDocumentInput {
  @Field(() => ID, { description: 'The document’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `uploadDocument`.' })
export class UploadDocumentPayload extends Payload {
  @Field(() => Document, { nullable: true, description: 'As it is now.' }) document?: Document;
}

@ObjectType({ description: 'The answer to `deleteDocument`.' })
export class DeleteDocumentPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}
