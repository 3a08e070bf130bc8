import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cents } from '../../core/scalars.js';

export enum ToDoKind {
  INVOICES_OVERDUE = 'INVOICES_OVERDUE',
  INVOICES_DUE_SOON = 'INVOICES_DUE_SOON',
  MISSIONS_TO_START = 'MISSIONS_TO_START',
  MISSIONS_TO_DELIVER = 'MISSIONS_TO_DELIVER',
  MISSIONS_TO_APPROVE = 'MISSIONS_TO_APPROVE',
  APPLICATIONS_TO_DECIDE = 'APPLICATIONS_TO_DECIDE',
  OPPORTUNITIES_PAST = 'OPPORTUNITIES_PAST',
  OPPORTUNITIES_ASLEEP = 'OPPORTUNITIES_ASLEEP',
  PROJECTS_LATE = 'PROJECTS_LATE',
  IMPORTS_FAILED = 'IMPORTS_FAILED',
}
registerEnumType(ToDoKind, {
  name: 'ToDoKind',
  description: 'What needs doing.',
  valuesConfig: {
    INVOICES_OVERDUE: { description: 'Invoices whose day is past: to pay, or to recover.' },
    INVOICES_DUE_SOON: { description: 'Invoices due within a week.' },
    MISSIONS_TO_START: { description: 'Missions given and due to begin by now.' },
    MISSIONS_TO_DELIVER: { description: 'Missions under way whose end is past.' },
    MISSIONS_TO_APPROVE: { description: 'Missions delivered.' },
    APPLICATIONS_TO_DECIDE: { description: 'Applications for missions, not decided.' },
    OPPORTUNITIES_PAST: { description: 'Open opportunities whose decision was expected by now.' },
    OPPORTUNITIES_ASLEEP: { description: 'Open opportunities untouched for 30 days.' },
    PROJECTS_LATE: { description: 'Projects not finished whose day is past.' },
    IMPORTS_FAILED: { description: 'Imports that failed in the last week.' },
  },
});

/** Not an entity: it is there as long as its reason is. */
@ObjectType({ description: 'Something that needs doing now, with one thing to do about it.' })
export class ToDo {
  @Field(() => ToDoKind, { description: 'What.' }) kind: ToDoKind;
  @Field({ description: 'The same in your language, with its figures.' }) title: string;
  @Field({ description: 'What the button says, in your language.' }) action: string;
  @Field({ description: 'Where in the portal the button leads, such as /invoices.' }) link: string;
  @Field(() => Int, { description: 'How many.' }) count: number;
  @Field(() => Cents, { nullable: true, description: 'How much money. Null where it is not about money.' }) amountCents:
    | number
    | null;
  @Field(() => String, { nullable: true, description: 'ISO 4217; EUR. Null where it is not about money.' }) currency:
    | string
    | null;
}
