import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum CustomFieldKind {
  TEXT = 'TEXT',
  NUMBER = 'NUMBER',
  DATE = 'DATE',
  CHOICE = 'CHOICE',
}
registerEnumType(CustomFieldKind, {
  name: 'CustomFieldKind',
  description:
    'What the values of a custom field are. It never changes: what was written under one kind means nothing under another.',
  valuesConfig: {
    TEXT: { description: 'A line of text, 500 characters at most.' },
    NUMBER: { description: 'A number, whole or with up to 6 decimals; 15 digits at most.' },
    DATE: { description: 'A day of the calendar.' },
    CHOICE: { description: 'One of the choices of the field.' },
  },
});

export enum CustomFieldSubject {
  EVERYONE = 'EVERYONE',
  COMPANY = 'COMPANY',
  PERSON = 'PERSON',
}
registerEnumType(CustomFieldSubject, {
  name: 'CustomFieldSubject',
  description: 'Which customers a custom field is for.',
  valuesConfig: {
    EVERYONE: { description: 'Every customer.' },
    COMPANY: { description: 'Companies, associations, public bodies.' },
    PERSON: { description: 'Private persons.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'Something we want to know of customers, beside what every house knows of them.' })
export class CustomField extends Node {
  @Field({ description: 'Stable, for programs and addresses, such as floor_area. Unique; it never changes.' })
  @Column({ type: 'text' })
  key: string;

  @Field(() => CustomFieldKind, { description: 'What its values are.' })
  @Column({ type: 'text' })
  kind: CustomFieldKind;

  @Field(() => CustomFieldSubject, { description: 'Which customers it is for.' })
  @Column({ type: 'text', default: CustomFieldSubject.EVERYONE })
  appliesTo: CustomFieldSubject;

  @Field({ description: 'Forms ask for it: whoever makes a customer fills it in, and nobody empties it.' })
  @Column({ type: 'boolean', default: false })
  required: boolean;

  @Field({ description: 'What it is called in French.' })
  @Column({ type: 'text' })
  labelFr: string;

  @Field({ description: 'What it is called in English.' })
  @Column({ type: 'text' })
  labelEn: string;

  @Field(() => String, { nullable: true, description: 'What to write there, in French. Null when it goes without saying.' })
  @Column({ type: 'text', nullable: true })
  helpFr: string | null;

  @Field(() => String, { nullable: true, description: 'What to write there, in English. Null when it goes without saying.' })
  @Column({ type: 'text', nullable: true })
  helpEn: string | null;

  @Field(() => Int, { description: 'Its place among the fields, from 0.' })
  @Column({ type: 'integer' })
  position: number;

  @Field({
    description: 'Nobody is asked for it any more. What is known of customers is kept, and is there again when it comes back.',
  })
  @Column({ type: 'boolean', default: false })
  archived: boolean;

  @Field({ description: 'When it was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;
}
