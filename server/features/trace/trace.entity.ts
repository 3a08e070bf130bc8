import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum TraceKind {
  CUSTOMERS = 'CUSTOMERS',
  PROJECTS = 'PROJECTS',
  MISSIONS = 'MISSIONS',
  OPPORTUNITIES = 'OPPORTUNITIES',
  DOCUMENTS = 'DOCUMENTS',
  PAYMENTS = 'PAYMENTS',
  WORDS = 'WORDS',
  ENTRIES = 'ENTRIES',
  MEMBERSHIPS = 'MEMBERSHIPS',
}
registerEnumType(TraceKind, {
  name: 'TraceKind',
  description: 'What somebody’s name stands beside.',
  valuesConfig: {
    CUSTOMERS: { description: 'Customers they look after or sell to.' },
    PROJECTS: { description: 'Projects they lead.' },
    MISSIONS: { description: 'Missions given to them.' },
    OPPORTUNITIES: { description: 'Opportunities that are theirs.' },
    DOCUMENTS: { description: 'Documents they uploaded.' },
    PAYMENTS: { description: 'Payments they recorded.' },
    WORDS: { description: 'Comments and notes they wrote.' },
    ENTRIES: { description: 'Entries of the audit trail.' },
    MEMBERSHIPS: { description: 'Customers they are a member of. This alone goes with the account.' },
  },
});

/** Not an entity: counted anew each time. */
@ObjectType({ description: 'How many of something somebody’s name stands beside.' })
export class Trace {
  @Field(() => TraceKind, { description: 'Of what.' }) kind: TraceKind;
  @Field(() => Int, { description: 'How many.' }) count: number;
}
