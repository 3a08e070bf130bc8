import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Requires } from '../../core/access.js';
import { Node } from '../../core/base.entity.js';

export enum CustomerKind {
  COMPANY = 'COMPANY',
  PERSON = 'PERSON',
}
registerEnumType(CustomerKind, {
  name: 'CustomerKind',
  description: 'Who the customer is in law.',
  valuesConfig: {
    COMPANY: { description: 'A company, an association, a public body.' },
    PERSON: { description: 'A private person.' },
  },
});

export enum CustomerStatus {
  ACTIVE = 'ACTIVE',
  INACTIVE = 'INACTIVE',
}
registerEnumType(CustomerStatus, {
  name: 'CustomerStatus',
  description: 'Whether we do business with them now.',
  valuesConfig: { ACTIVE: { description: 'We do.' }, INACTIVE: { description: 'We do not any more, or not yet.' } },
});

@Entity()
@ObjectType({ implements: Node, description: 'A company or a person we do business with.' })
export class Customer extends Node {
  @Field({ description: 'Our reference, as printed on papers, such as C-00042. Unique.' })
  @Column({ type: 'text' })
  reference: string;

  @Field(() => CustomerKind, { description: 'Company or person.' })
  @Column({ type: 'text' })
  kind: CustomerKind;

  @Field({ description: 'The name they go by: the company’s, or first and last name.' })
  @Column({ type: 'text' })
  name: string;

  @Field(() => String, { nullable: true, description: 'SIRET, 14 digits. Null for persons, and for companies outside France.' })
  @Column({ type: 'text', nullable: true })
  siret: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Intra-community VAT number, such as FR40303265045. Null when they have none.',
  })
  @Column({ type: 'text', nullable: true })
  vatNumber: string | null;

  @Field(() => String, { nullable: true, description: 'The main e-mail address, lower case. Null when there is none.' })
  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Field(() => String, { nullable: true, description: 'The main phone number, E.164. Null when there is none.' })
  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Field(() => String, { nullable: true, description: 'Their web site. Null when there is none.' })
  @Column({ type: 'text', nullable: true })
  website: string | null;

  @Field(() => String, { nullable: true, description: 'Their bank account, an IBAN without blanks. Null when we know none.' })
  @Requires('customer.iban')
  @Column({ type: 'text', nullable: true })
  iban: string | null;

  @Field(() => CustomerStatus, { description: 'Active or not.' })
  @Column({ type: 'text', default: CustomerStatus.ACTIVE })
  status: CustomerStatus;

  @Field(() => [String], { nullable: true, description: 'Our words for them, lower case. Not for the client.' })
  @Requires('customer.tags')
  @Column({ type: 'text', array: true, default: () => "'{}'" })
  tags: string[];

  @Field(() => String, { nullable: true, description: 'What we know of them and do not tell them.' })
  @Requires('customer.internal')
  @Column({ type: 'text', nullable: true })
  internalNote: string | null;

  @Field({ description: 'When the record was made.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field({ description: 'When the record last changed.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  updatedAt: Date;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer', default: 1 })
  version: number;

  @Field(() => Date, {
    nullable: true,
    description: 'When they were erased: what is left says no more who they were. Null: they are not.',
  })
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  erasedAt: Date | null;

  @Field(() => Date, {
    nullable: true,
    description:
      'Since when their data are kept and not used, as they asked (RGPD, article 18): no mail but those of contracts and the law, no segment, no export of a list, and changed only by who answers requests. Null: they are used.',
  })
  @Column({ type: 'timestamptz', nullable: true, insert: false, update: false })
  restrictedAt: Date | null;

  /** The user who sells to them. */
  @Column({ type: 'uuid', nullable: true })
  resellerId: string | null;

  /** The user of ours who looks after them. */
  @Column({ type: 'uuid', nullable: true })
  managerId: string | null;

  /** Their number in the system an import came from; unique within it. */
  @Column({ type: 'text', nullable: true })
  externalId: string | null;
}
