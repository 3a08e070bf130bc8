import { Field, Int, ObjectType } from 'type-graphql';

@ObjectType({ description: 'Which column of a file holds a field.' })
export class ImportColumn {
  @Field({ description: 'The field, such as postalCode.' }) field: string;
  @Field(() => Int, { description: 'Which column, from 0.' }) column: number;
}

@ObjectType({ description: 'Something that is wrong in a row: the line would be refused.' })
export class ImportMistake {
  @Field(() => Int, { nullable: true, description: 'The column of the cell, from 0. Null where it is the row as a whole.' })
  column: number | null;
  @Field({ description: 'Stable, for programs.' }) code: string;
  @Field({ description: 'For the person, in their language.' }) message: string;
}

@ObjectType({ description: 'A row of a file.' })
export class ImportPreviewRow {
  @Field(() => Int, { description: 'The line of the file; the header is line 1.' }) line: number;
  @Field(() => [String], { description: 'Its cells.' }) cells: string[];
  @Field(() => [ImportMistake], { description: 'What is wrong with it; empty when it would be imported.' })
  mistakes: ImportMistake[];
}

@ObjectType({ description: 'The beginning of a file of customers as it would be read.' })
export class CustomerImportPreview {
  @Field(() => [String], { description: 'The names of a workbook’s sheets; empty for other files.' }) sheets: string[];
  @Field(() => [String], { description: 'The header.' }) headers: string[];
  @Field(() => [String], { description: 'All that a column may hold, in the order of a form.' }) fields: string[];
  @Field(() => [ImportColumn], { description: 'Which columns are taken: those named, and those guessed.' })
  columns: ImportColumn[];
  @Field(() => [ImportPreviewRow], { description: 'The first rows below the header; 20 at most.' }) rows: ImportPreviewRow[];
  @Field(() => String, { nullable: true, description: 'Why the file can’t be imported so, in your language. Null when it can.' })
  problem: string | null;
}
