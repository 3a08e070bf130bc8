import { ArgsType, Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { Document, DocumentCategory, DocumentVisibility } from './document.entity.js';

export const DocumentConnection = Connection(Document);

export enum DocumentSort {
  CREATED_AT = 'createdAt',
  UPDATED_AT = 'updatedAt',
  NAME = 'name',
  SIZE = 'size',
}
registerEnumType(DocumentSort, {
  name: 'DocumentSort',
  description: 'What a list of documents is sorted by.',
  valuesConfig: {
    CREATED_AT: { description: 'When they were first uploaded.' },
    UPDATED_AT: { description: 'When their latest version was uploaded.' },
    NAME: { description: 'Their name.' },
    SIZE: { description: 'The size of their latest file.' },
  },
});

@InputType({ description: 'Which documents. All conditions hold together.' })
export class DocumentFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, or words that stand in it where it is a PDF; accents, endings and case ignored.',
  })
  @Text({ max: 200 })
  search?: string | null;

  @Field(() => DocumentCategory, { nullable: true, description: 'What they are.' }) category?: DocumentCategory | null;
  @Field(() => DocumentVisibility, { nullable: true, description: 'Who sees them.' }) visibility?: DocumentVisibility | null;
  @Field(() => ID, { nullable: true, description: 'Of this customer.' }) customerId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this project.' }) projectId?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this mission.' }) missionId?: string | null;
}

@ArgsType()
export class DocumentPage extends Page {
  @Field(() => DocumentSort, { defaultValue: DocumentSort.UPDATED_AT, description: 'What to sort by.' }) sort: DocumentSort;
  @Field(() => DocumentFilter, { nullable: true, description: 'Which ones.' }) filter?: DocumentFilter | null;
}

@ObjectType({ description: 'How many documents there are of a category.' })
export class DocumentCategoryStats {
  @Field(() => DocumentCategory, { description: 'The category.' }) category: DocumentCategory;
  @Field(() => Int, { description: 'How many documents you see of it.' }) count: number;
  @Field(() => Float, { description: 'The size of their latest files together, in bytes.' }) size: number;
}

@ObjectType({ description: 'How many documents there are, and how large they are.' })
export class DocumentStats {
  @Field(() => Int, { description: 'How many documents you see.' }) count: number;
  @Field(() => Float, { description: 'The size of their latest files together, in bytes.' }) size: number;
  @Field(() => [DocumentCategoryStats], { description: 'The same for each category, also those without any.' })
  byCategory: DocumentCategoryStats[];
}

@ObjectType({ description: 'A piece of an excerpt.' })
export class ExcerptPiece {
  @Field({ description: 'As it stands there.' }) text: string;
  @Field({ description: 'It is what was looked for.' }) found: boolean;
}

@ObjectType({ description: 'Where in a document something was found.' })
export class DocumentExcerpt {
  @Field(() => Int, { description: 'The page, counted from 1.' }) page: number;
  @Field(() => [ExcerptPiece], { description: 'The words around it, in order.' }) pieces: ExcerptPiece[];
}
