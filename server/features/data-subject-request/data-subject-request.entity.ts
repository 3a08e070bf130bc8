import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Requires } from '../../core/access.js';
import { Node } from '../../core/base.entity.js';
import { Day } from '../../core/scalars.js';
import { ConsentPurpose } from '../consent/consent.entity.js';

export enum DataSubjectRight {
  ACCESS = 'ACCESS',
  RECTIFICATION = 'RECTIFICATION',
  ERASURE = 'ERASURE',
  RESTRICTION = 'RESTRICTION',
  OBJECTION = 'OBJECTION',
  PORTABILITY = 'PORTABILITY',
  POST_MORTEM = 'POST_MORTEM',
}
registerEnumType(DataSubjectRight, {
  name: 'DataSubjectRight',
  description: 'What a person asks of us about data on them.',
  valuesConfig: {
    ACCESS: { description: 'To get a copy (RGPD, article 15).' },
    RECTIFICATION: { description: 'To have what is wrong put right (article 16).' },
    ERASURE: { description: 'To be erased (article 17).' },
    RESTRICTION: { description: 'That it is kept and not used (article 18).' },
    OBJECTION: { description: 'That it is not used for something (article 21).' },
    PORTABILITY: { description: 'To get it for another service (article 20).' },
    POST_MORTEM: { description: 'What is to become of it after their death (loi Informatique et Libertés, article 85).' },
  },
});

export enum DataSubjectRequestStatus {
  RECEIVED = 'RECEIVED',
  IDENTIFIED = 'IDENTIFIED',
  COMPLETED = 'COMPLETED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
}
registerEnumType(DataSubjectRequestStatus, {
  name: 'DataSubjectRequestStatus',
  description: 'How far a request is.',
  valuesConfig: {
    RECEIVED: { description: 'It came in; who asks is not sure yet.' },
    IDENTIFIED: { description: 'Who asks is sure, and it waits for its answer.' },
    COMPLETED: { description: 'What was asked was done, and the person told.' },
    REFUSED: { description: 'It was refused, and the person told why.' },
    WITHDRAWN: { description: 'The person took it back.' },
  },
});

export enum RequestOrigin {
  PORTAL = 'PORTAL',
  EMAIL = 'EMAIL',
  POST = 'POST',
  PHONE = 'PHONE',
  IN_PERSON = 'IN_PERSON',
}
registerEnumType(RequestOrigin, {
  name: 'RequestOrigin',
  description: 'How a request came in.',
  valuesConfig: {
    PORTAL: { description: 'In their portal, signed in.' },
    EMAIL: { description: 'By e-mail.' },
    POST: { description: 'By letter.' },
    PHONE: { description: 'In a call.' },
    IN_PERSON: { description: 'Face to face.' },
  },
});

export enum IdentityProof {
  SIGNED_IN = 'SIGNED_IN',
  KNOWN_ADDRESS = 'KNOWN_ADDRESS',
  CALL_BACK = 'CALL_BACK',
  PAPER_SEEN = 'PAPER_SEEN',
}
registerEnumType(IdentityProof, {
  name: 'IdentityProof',
  description: 'By what it is sure who asks. A copy of a paper is asked for only where there is reason to doubt, and not kept.',
  valuesConfig: {
    SIGNED_IN: { description: 'They asked in their portal.' },
    KNOWN_ADDRESS: { description: 'They wrote from, or answered at, an address we knew before.' },
    CALL_BACK: { description: 'They answered at a number we knew before.' },
    PAPER_SEEN: { description: 'They showed a paper.' },
  },
});

@Entity()
@ObjectType({
  implements: Node,
  description: 'What a person asked of us about data on them: when, who it was, what was answered, and by when it had to be.',
})
export class DataSubjectRequest extends Node {
  @Field({ description: 'Our reference, such as RGPD-00042. Unique.' })
  @Column({ type: 'text', insert: false, update: false })
  reference: string;

  @Field(() => DataSubjectRight, { description: 'What they ask for.' })
  @Column({ type: 'text' })
  right: DataSubjectRight;

  @Field(() => DataSubjectRequestStatus, { description: 'How far it is.' })
  @Column({ type: 'text', default: DataSubjectRequestStatus.RECEIVED })
  status: DataSubjectRequestStatus;

  @Field(() => RequestOrigin, { description: 'How it came in.' })
  @Column({ type: 'text' })
  origin: RequestOrigin;

  @Field({ description: 'Who asks, by name. After an erasure: no name any more.' })
  @Column({ type: 'text' })
  person: string;

  @Field(() => String, { nullable: true, description: 'Where they are answered, an address or a number. Null: in their portal.' })
  @Column({ type: 'text', nullable: true })
  contact: string | null;

  @Field(() => String, { nullable: true, description: 'What they said, or asked for in particular. Null: nothing.' })
  @Column({ type: 'text', nullable: true })
  details: string | null;

  @Field(() => Day, { description: 'The day it came in, in Paris.' })
  @Column({ type: 'date' })
  receivedOn: string;

  @Field(() => Day, { description: 'The last day to answer: a month after it came in, or three where that was extended.' })
  @Column({ type: 'date' })
  dueOn: string;

  @Field(() => Day, { nullable: true, description: 'When the person was told that it takes longer. Null: it does not.' })
  @Column({ type: 'date', nullable: true })
  extendedOn: string | null;

  @Field(() => String, { nullable: true, description: 'Why it takes longer, as the person was told.' })
  @Column({ type: 'text', nullable: true })
  extensionReason: string | null;

  @Field(() => IdentityProof, { nullable: true, description: 'By what it is sure who asks. Null while it is not.' })
  @Column({ type: 'text', nullable: true })
  identityProof: IdentityProof | null;

  @Field(() => String, { nullable: true, description: 'What was noted about it.' })
  @Requires('dataSubjectRequest.handle')
  @Column({ type: 'text', nullable: true })
  identityNote: string | null;

  @Field(() => Date, { nullable: true, description: 'When it became sure. Null while it is not.' })
  @Column({ type: 'timestamptz', nullable: true })
  identifiedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the person was answered, or why it was refused. Null while open.' })
  @Column({ type: 'text', nullable: true })
  answer: string | null;

  @Field(() => Date, { nullable: true, description: 'When it was answered or taken back. Null while open.' })
  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Field(() => [ConsentPurpose], {
    nullable: true,
    description: 'Of a granted objection: what their data are no longer used for. Null otherwise.',
  })
  @Column({ type: 'text', array: true, nullable: true })
  objected: ConsentPurpose[] | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Of a granted restriction: when it was lifted. Null while it holds, and otherwise.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  liftedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was lifted, as the person was told before.' })
  @Column({ type: 'text', nullable: true })
  liftReason: string | null;

  @Field({ description: 'When it was written down here.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** Null: the customer is gone. */
  @Column({ type: 'uuid', nullable: true }) customerId: string | null;
  /** The account of whoever asks, who follows it in their portal. */
  @Column({ type: 'uuid', nullable: true }) userId: string | null;
  @Column({ type: 'uuid', nullable: true }) createdById: string | null;
  @Column({ type: 'uuid', nullable: true }) identifiedById: string | null;
  @Column({ type: 'uuid', nullable: true }) closedById: string | null;
  @Column({ type: 'uuid', nullable: true }) liftedById: string | null;
  /** How many days were left at the last reminder. */
  @Column({ type: 'integer', nullable: true }) remindedAt: number | null;
}
