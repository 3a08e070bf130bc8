import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum BreachNature {
  CONFIDENTIALITY = 'CONFIDENTIALITY',
  INTEGRITY = 'INTEGRITY',
  AVAILABILITY = 'AVAILABILITY',
}
registerEnumType(BreachNature, {
  name: 'BreachNature',
  description: 'What happened to the data.',
  valuesConfig: {
    CONFIDENTIALITY: { description: 'Somebody saw or took them who may not.' },
    INTEGRITY: { description: 'They were changed and should not have been.' },
    AVAILABILITY: { description: 'They were lost, or out of reach.' },
  },
});

export enum BreachRisk {
  NONE = 'NONE',
  RISK = 'RISK',
  HIGH = 'HIGH',
}
registerEnumType(BreachRisk, {
  name: 'BreachRisk',
  description: 'What it may mean to the people whose data they are.',
  valuesConfig: {
    NONE: { description: 'Unlikely to mean a risk: it is written down, and nobody is told (RGPD, article 33.5).' },
    RISK: { description: 'A risk: the CNIL is told (article 33.1).' },
    HIGH: { description: 'A high risk: the people are told too (article 34).' },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description: 'A breach of personal data: what happened, whom it touches, and who was told when (RGPD, articles 33 and 34).',
})
export class DataBreach extends Node {
  @Field({ description: 'Our reference, such as VIOL-00003. Unique.' })
  @Column({ type: 'text', insert: false, update: false })
  reference: string;

  @Field({ description: 'What it is called.' })
  @Column({ type: 'text' })
  title: string;

  @Field({ description: 'What happened.' })
  @Column({ type: 'text' })
  description: string;

  @Field(() => [BreachNature], { description: 'What happened to the data: one at least.' })
  @Column({ type: 'text', array: true })
  natures: BreachNature[];

  @Field({ description: 'When we became aware of it: from then on the clock runs.' })
  @Column({ type: 'timestamptz' })
  awareAt: Date;

  @Field({ description: 'By when the CNIL is told: 72 hours later, whatever clocks on walls did meanwhile.' })
  @Column({ type: 'timestamptz' })
  dueAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it happened, or began. Null while that is not known.' })
  @Column({ type: 'timestamptz', nullable: true })
  happenedAt: Date | null;

  @Field({ description: 'Whom it touches: categories of people.' })
  @Column({ type: 'text' })
  people: string;

  @Field(() => Int, { nullable: true, description: 'About how many people. Null while that is not known.' })
  @Column({ type: 'integer', nullable: true })
  peopleCount: number | null;

  @Field({ description: 'Which data: categories of records.' })
  @Column({ type: 'text' })
  records: string;

  @Field(() => Int, { nullable: true, description: 'About how many records. Null while that is not known.' })
  @Column({ type: 'integer', nullable: true })
  recordCount: number | null;

  @Field({ description: 'What is likely to come of it.' })
  @Column({ type: 'text' })
  consequences: string;

  @Field({ description: 'What was done, or is to be done, against it.' })
  @Column({ type: 'text' })
  measures: string;

  @Field(() => BreachRisk, {
    nullable: true,
    description: 'The risk to the people. Null while it is not assessed: the clock runs.',
  })
  @Column({ type: 'text', nullable: true })
  risk: BreachRisk | null;

  @Field(() => String, { nullable: true, description: 'Why there is no risk. Null where there is one.' })
  @Column({ type: 'text', nullable: true })
  noRiskReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When the CNIL was told. Null while it was not.' })
  @Column({ type: 'timestamptz', nullable: true })
  notifiedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'The number the CNIL gave that notification.' })
  @Column({ type: 'text', nullable: true })
  notificationReference: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why the CNIL was told after more than 72 hours. Null where it was in time.',
  })
  @Column({ type: 'text', nullable: true })
  lateReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When the people were told. Null while they were not.' })
  @Column({ type: 'timestamptz', nullable: true })
  peopleToldAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why the people are not told. Null where they were, or that is open.' })
  @Column({ type: 'text', nullable: true })
  peopleNotToldReason: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was closed. Null while it is open.' })
  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Field({ description: 'When it was written down.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When it last changed.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Column({ type: 'uuid', nullable: true }) createdById: string | null;
  @Column({ type: 'uuid', nullable: true }) closedById: string | null;
  /** How many hours were left at the last reminder. */
  @Column({ type: 'integer', nullable: true }) remindedAt: number | null;
}
