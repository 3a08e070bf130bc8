import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum ConsentPurpose {
  ACCOUNT = 'ACCOUNT',
  SERVICE = 'SERVICE',
  RIGHTS = 'RIGHTS',
  MARKETING = 'MARKETING',
  SATISFACTION = 'SATISFACTION',
  PARTNERS = 'PARTNERS',
  ANALYTICS = 'ANALYTICS',
}
registerEnumType(ConsentPurpose, {
  name: 'ConsentPurpose',
  description: 'What somebody’s data may be used for.',
  valuesConfig: {
    ACCOUNT: { description: 'Signing in and the safety of an account. Needs no consent.' },
    SERVICE: { description: 'What they asked of us, or a contract with them. Needs no consent.' },
    RIGHTS: { description: 'Answering what the law lets them ask, such as for their data. Needs no consent.' },
    MARKETING: { description: 'Offers and news of ours.' },
    SATISFACTION: { description: 'Questions on how content they are.' },
    PARTNERS: { description: 'Offers of our partners, to whom their address is passed on.' },
    ANALYTICS: { description: 'Studying what they buy, to offer what suits them.' },
  },
});

export enum ConsentChannel {
  EMAIL = 'EMAIL',
  SMS = 'SMS',
  PHONE = 'PHONE',
  POST = 'POST',
}
registerEnumType(ConsentChannel, {
  name: 'ConsentChannel',
  description: 'The way by which somebody is reached.',
  valuesConfig: {
    EMAIL: { description: 'E-mail.' },
    SMS: { description: 'Text message.' },
    PHONE: { description: 'A call.' },
    POST: { description: 'A letter.' },
  },
});

export enum ConsentStatus {
  GRANTED = 'GRANTED',
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
  EXPIRED = 'EXPIRED',
  OBJECTED = 'OBJECTED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(ConsentStatus, {
  name: 'ConsentStatus',
  description: 'What was said last.',
  valuesConfig: {
    GRANTED: { description: 'They agreed.' },
    REFUSED: { description: 'They were asked and said no.' },
    WITHDRAWN: { description: 'They no longer agree, or said no where it was not told apart.' },
    EXPIRED: { description: 'They agreed, and the time for which that held is over.' },
    OBJECTED: { description: 'They objected to being reached for this at all (GDPR, article 21).' },
    UNKNOWN: { description: 'They never said: that is no consent.' },
  },
});

/** A view over the events: every purpose and channel of every customer, also those nobody ever spoke of. */
@Entity()
@ObjectType({ description: 'Whether a customer agrees to one purpose by one channel, as they said last (GDPR, article 7).' })
export class Consent {
  @Field(() => ID, { description: 'The same for the same customer, purpose and channel.' })
  @PrimaryColumn('uuid', { type: 'uuid' })
  id: string;

  @Field(() => ConsentPurpose, { description: 'What for.' })
  @Column({ type: 'text' })
  purpose: ConsentPurpose;

  @Field(() => ConsentChannel, { description: 'By which way.' })
  @Column({ type: 'text' })
  channel: ConsentChannel;

  @Field(() => ConsentStatus, { description: 'What was said last.' })
  @Column({ type: 'text' })
  status: ConsentStatus;

  @Field(() => Date, { nullable: true, description: 'Since when. Null while UNKNOWN.' })
  @Column({ type: 'timestamptz', nullable: true })
  since: Date | null;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when an agreement holds. Null where it has no end, and where there is none.',
  })
  @Column({ type: 'timestamptz', nullable: true })
  expiresAt: Date | null;

  @Column({ type: 'uuid' })
  customerId: string;
}
