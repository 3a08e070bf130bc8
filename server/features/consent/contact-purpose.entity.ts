import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { ConsentChannel, ConsentPurpose } from './consent.entity.js';

export enum LegalBasis {
  CONSENT = 'CONSENT',
  CONTRACT = 'CONTRACT',
  LEGAL_OBLIGATION = 'LEGAL_OBLIGATION',
  LEGITIMATE_INTEREST = 'LEGITIMATE_INTEREST',
}
registerEnumType(LegalBasis, {
  name: 'LegalBasis',
  description: 'What allows us to use somebody’s data (GDPR, article 6).',
  valuesConfig: {
    CONSENT: { description: 'They agreed, and may withdraw.' },
    CONTRACT: { description: 'A contract with them, or what they asked before one.' },
    LEGAL_OBLIGATION: { description: 'The law asks it of us.' },
    LEGITIMATE_INTEREST: { description: 'An interest of ours that does not weigh on them; they may object.' },
  },
});

export enum PurposeAudience {
  EVERYONE = 'EVERYONE',
  PEOPLE = 'PEOPLE',
  COMPANIES = 'COMPANIES',
}
registerEnumType(PurposeAudience, {
  name: 'PurposeAudience',
  description: 'Which customers a purpose is for.',
  valuesConfig: {
    EVERYONE: { description: 'All of them.' },
    PEOPLE: { description: 'People (B2C).' },
    COMPANIES: { description: 'Companies (B2B).' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'What people are reached for, and what allows it.' })
export class ContactPurpose extends Node {
  @Field(() => ConsentPurpose, { description: 'Its name for programs.' })
  @Column({ type: 'text' })
  code: ConsentPurpose;

  @Field(() => LegalBasis, { description: 'What allows it towards people.' })
  @Column({ type: 'text' })
  personBasis: LegalBasis;

  @Field(() => LegalBasis, { description: 'What allows it towards companies.' })
  @Column({ type: 'text' })
  companyBasis: LegalBasis;

  @Field({ description: 'It makes offers: towards people the law wants their consent.' })
  @Column({ type: 'boolean' })
  prospecting: boolean;

  @Field({ description: 'It needs no word of theirs: a contract or the law stands behind it.' })
  @Column({ type: 'boolean' })
  necessary: boolean;

  @Field(() => [ConsentChannel], { description: 'The ways by which anybody is reached for it; by the others nobody is.' })
  @Column({ type: 'text', array: true })
  channels: ConsentChannel[];

  @Field(() => PurposeAudience, { description: 'Whom it is for.' })
  @Column({ type: 'text' })
  audience: PurposeAudience;

  @Field(() => Int, { description: 'How long what was said is kept after it ended, in months.' })
  @Column({ type: 'integer' })
  retentionMonths: number;

  @Field(() => Int, { nullable: true, description: 'How long a new agreement holds, in months. Null: until it is withdrawn.' })
  @Column({ type: 'integer', nullable: true })
  renewalMonths: number | null;

  @Field({ description: 'An agreement by e-mail that was not given from that address counts once it was confirmed from there.' })
  @Column({ type: 'boolean' })
  doubleOptIn: boolean;

  @Field({ description: 'Off: nobody is reached for it.' })
  @Column({ type: 'boolean' })
  active: boolean;

  @Field(() => Int, { description: 'Grows with each change. Send it back with a change, to be told when somebody was faster.' })
  @Column({ type: 'integer' })
  version: number;

  @Field({ description: 'When it last changed.' })
  @Column({ type: 'timestamptz' })
  updatedAt: Date;
}
