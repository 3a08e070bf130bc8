import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { type ReceivedFile, Upload } from '../../core/upload.js';
import { Document, DocumentCategory, DocumentVisibility } from './document.entity.js';

/** Of a row that several people may change. */
const SEEN = 'The document’s `version` as you saw it: CONFLICT when there is a newer one.';

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

  @Field(() => Int, { nullable: true, description: SEEN }) version?: number | null;

  @Field(() => String, { nullable: true, description: 'Sent again with the same key, it answers what the first call made.' })
  @Text({ max: 200 })
  idempotencyKey?: string | null;
}

@InputType({ description: 'What to change of a document; what is left out stays.' })
export class UpdateDocumentInput {
  @Field(() => ID, { description: 'The document’s.' }) id: string;

  @Field(() => String, { nullable: true, description: 'What it is called. Its file’s ending is added where it is missing.' })
  @Text({ max: 200 })
  name?: string | null;

  @Field(() => DocumentCategory, { nullable: true, description: 'What it is.' }) category?: DocumentCategory | null;
  @Field(() => DocumentVisibility, { nullable: true, description: 'Who sees it.' }) visibility?: DocumentVisibility | null;
  @Field(() => Int, { nullable: true, description: SEEN }) version?: number | null;
}

@InputType({ description: 'Which version is to be the latest again.' })
export class RestoreDocumentVersionInput {
  @Field(() => ID, { description: 'The version’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: SEEN }) version?: number | null;
}

@InputType({ description: 'Which document to delete.' })
export class DeleteDocumentInput {
  @Field(() => ID, { description: 'The document’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `uploadDocument`.' })
export class UploadDocumentPayload extends Payload {
  @Field(() => Document, { nullable: true, description: 'As it is now.' }) document?: Document;
}

@ObjectType({ description: 'The answer to `updateDocument`.' })
export class UpdateDocumentPayload extends Payload {
  @Field(() => Document, { nullable: true, description: 'As it is now.' }) document?: Document;
}

@ObjectType({ description: 'The answer to `restoreDocumentVersion`.' })
export class RestoreDocumentVersionPayload extends Payload {
  @Field(() => Document, { nullable: true, description: 'As it is now.' }) document?: Document;
}

@ObjectType({ description: 'The answer to `deleteDocument`.' })
export class DeleteDocumentPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'The identifier of what is gone.' }) deletedId?: string;
}
