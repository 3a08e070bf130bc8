import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum AccessOutcome {
  SEEN = 'SEEN',
  SEEN_THROUGH_OTHERS = 'SEEN_THROUGH_OTHERS',
  HIDDEN = 'HIDDEN',
}
registerEnumType(AccessOutcome, {
  name: 'AccessOutcome',
  description: 'Whether somebody sees something.',
  valuesConfig: {
    SEEN: { description: 'They do.' },
    SEEN_THROUGH_OTHERS: { description: 'Where another record leads to it; asking for it by itself is refused.' },
    HIDDEN: { description: 'They do not.' },
  },
});

export enum AccessRule {
  ACCOUNT = 'ACCOUNT',
  ROLE = 'ROLE',
  RECORD = 'RECORD',
  POLICY = 'POLICY',
  PERMISSION = 'PERMISSION',
  FIELD = 'FIELD',
}
registerEnumType(AccessRule, {
  name: 'AccessRule',
  description: 'What kind of rule it is.',
  valuesConfig: {
    ACCOUNT: { description: 'Whether the account may sign in.' },
    ROLE: { description: 'Whether there is a role for that portal.' },
    RECORD: { description: 'Whether the record exists.' },
    POLICY: { description: 'Which rows of the type their role reaches; with its conditions below it.' },
    PERMISSION: { description: 'The permission that asking for the record needs.' },
    FIELD: { description: 'The permission that the field needs.' },
  },
});

/** Not an entity: worked out anew each time. */
@ObjectType({ description: 'A rule, and whether it holds for this person and this record.' })
export class AccessStep {
  @Field(() => AccessRule, { description: 'Of what kind.' }) rule: AccessRule;
  @Field(() => Int, { description: 'How deep it is below the rule it is a part of; 0 for a rule of its own.' }) depth: number;
  @Field({ description: 'It holds.' }) holds: boolean;
  @Field({ description: 'For people, in your language.' }) text: string;
}

@ObjectType({ description: 'Why somebody sees something or not, found by asking the very rules that decide.' })
export class AccessExplanation {
  @Field(() => ID, { description: 'The user whom it is about.' }) userId: string;
  @Field(() => AccessOutcome, { description: 'Whether they see it.' }) outcome: AccessOutcome;
  @Field(() => AccessRule, { nullable: true, description: 'The kind of rule that stands in the way. Null when none does.' })
  decidedBy: AccessRule | null;
  @Field(() => String, { nullable: true, description: 'The key of the role that was looked at. Null when they have none there.' })
  roleKey: string | null;
  @Field({ description: 'In a sentence, in your language.' }) summary: string;
  @Field(() => [AccessStep], { description: 'Every rule in turn.' }) steps: AccessStep[];
}

@ObjectType({ description: 'A type of record whose access can be explained.' })
export class AccessType {
  @Field({ description: 'As the schema calls it, such as Invoice.' }) name: string;
  @Field(() => [String], { description: 'Its fields.' }) fields: string[];
}
