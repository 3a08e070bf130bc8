import { Field, Float, ObjectType, registerEnumType } from 'type-graphql';

/** What the values of a field are; it says by which operators they compare. */
export enum FieldKind {
  NUMBER = 'NUMBER',
  MONEY = 'MONEY',
  PERCENT = 'PERCENT',
  DATE = 'DATE',
  TEXT = 'TEXT',
  CODES = 'CODES',
  CHOICE = 'CHOICE',
  PERSON = 'PERSON',
  TAGS = 'TAGS',
  FLAG = 'FLAG',
}

export enum FieldGroup {
  CUSTOMER = 'CUSTOMER',
  ORDERS = 'ORDERS',
  INVOICES = 'INVOICES',
  ANALYTICS = 'ANALYTICS',
  CONSENTS = 'CONSENTS',
  CUSTOM = 'CUSTOM',
}

registerEnumType(FieldKind, {
  name: 'SegmentFieldKind',
  description: 'What a field of rules is compared with.',
  valuesConfig: {
    NUMBER: { description: 'Numbers.' },
    MONEY: { description: 'Whole cents.' },
    PERCENT: { description: 'Numbers from 0 to 100.' },
    DATE: { description: 'Days, YYYY-MM-DD, or a number of days up to today.' },
    TEXT: { description: 'A text, case and accents aside.' },
    CODES: { description: 'Codes, such as postal codes; a customer may have several.' },
    CHOICE: { description: 'Choices, of which a customer has one.' },
    PERSON: { description: 'Users, by id.' },
    TAGS: { description: 'Words or choices, of which a customer has any number.' },
    FLAG: { description: 'Nothing: it is so, or not.' },
  },
});

registerEnumType(FieldGroup, {
  name: 'SegmentFieldGroup',
  description: 'What a field of rules is about.',
  valuesConfig: {
    CUSTOMER: { description: 'The customer’s record.' },
    ORDERS: { description: 'Confirmed orders.' },
    INVOICES: { description: 'Issued invoices.' },
    ANALYTICS: { description: 'What their purchases say about them.' },
    CONSENTS: { description: 'What they agreed to.' },
    CUSTOM: { description: 'Custom fields.' },
  },
});

@ObjectType({ description: 'A way to compare a field.' })
export class SegmentOperator {
  @Field({ description: 'As `op` of a condition.' }) key: string;
  @Field({ description: 'In your language.' }) label: string;
  @Field({ description: 'What `value` is: NOTHING, ONE, TWO (a list of both ends), LIST, or DAYS (a number of days).' })
  takes: string;
}

@ObjectType({ description: 'What a field may be compared with.' })
export class SegmentChoice {
  @Field({ description: 'As in `value` of a condition.' }) value: string;
  @Field({ description: 'In your language.' }) label: string;
}

@ObjectType({ description: 'A field that rules of segments may ask about, if you may see it.' })
export class SegmentField {
  @Field({ description: 'As `field` of a condition, such as orders.count.' }) key: string;
  @Field({ description: 'In your language.' }) label: string;
  @Field(() => FieldGroup, { description: 'What it is about.' }) group: FieldGroup;
  @Field({ description: 'That in your language.' }) groupLabel: string;
  @Field(() => FieldKind, { description: 'What it is compared with.' }) kind: FieldKind;
  @Field(() => [SegmentOperator], { description: 'How.' }) operators: SegmentOperator[];
  @Field(() => [SegmentChoice], { description: 'With what; of TAGS and CODES what is in use, other words are fine there.' })
  choices: SegmentChoice[];
  @Field(() => Boolean, { description: 'Whether only these choices are.' }) closed: boolean;
  @Field(() => Boolean, { description: 'It may be asked for a period only: `within` of a condition.' }) inPeriod: boolean;
  @Field(() => Float, { description: 'The smallest figure it takes.' }) least: number;
  @Field(() => Float, { description: 'The largest.' }) most: number;
}
