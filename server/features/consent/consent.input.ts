import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Between, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Consent, ConsentChannel, ConsentPurpose } from './consent.entity.js';
import { ConsentMethod } from './consent-event.entity.js';

@InputType({ description: 'What a customer said.' })
export abstract class ConsentSaid {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => ConsentPurpose, { description: 'What for.' }) purpose: ConsentPurpose;
  @Field(() => ConsentChannel, { description: 'By which way.' }) channel: ConsentChannel;
  @Field(() => ConsentMethod, {
    defaultValue: ConsentMethod.WEB,
    description: 'How they said it. From a client it is always WEB.',
  })
  method: ConsentMethod;

  @Field(() => Date, { nullable: true, description: 'When they said it; now unless said. Our own people only.' })
  at?: Date | null;

  @Field(() => String, { nullable: true, description: 'What proves it. Our own people only.' })
  @Text({ max: 2_000 })
  note?: string | null;

  @Field(() => ID, { nullable: true, description: 'A document of the customer that proves it. Our own people only.' })
  documentId?: string | null;
}

@InputType({ description: 'A customer’s agreement.' })
export class RecordConsentInput extends ConsentSaid {
  @Field(() => Int, { nullable: true, description: 'The version of the text they agreed to; the current one unless said.' })
  @Between(1, 1_000_000)
  textVersion?: number | null;

  @Field({
    defaultValue: false,
    description: 'By e-mail: it holds once they confirmed it from their address, within three days. Our own people only.',
  })
  confirmByEmail: boolean;
}

/** How somebody says no. */
export enum ConsentRefusal {
  REFUSED = 'REFUSED',
  WITHDRAWN = 'WITHDRAWN',
  OBJECTED = 'OBJECTED',
}
registerEnumType(ConsentRefusal, {
  name: 'ConsentRefusal',
  description: 'How somebody says no.',
  valuesConfig: {
    REFUSED: { description: 'They were asked and said no.' },
    WITHDRAWN: { description: 'They no longer agree.' },
    OBJECTED: { description: 'They object to being reached for this at all (GDPR, article 21).' },
  },
});

@InputType({ description: 'A customer’s refusal, or change of mind.' })
export class WithdrawConsentInput extends ConsentSaid {
  @Field(() => ConsentRefusal, { defaultValue: ConsentRefusal.WITHDRAWN, description: 'How they said no.' })
  answer: ConsentRefusal;
}

@ObjectType({ description: 'The answer to `recordConsent`.' })
export class RecordConsentPayload extends Payload {
  @Field(() => Consent, { nullable: true, description: 'As it stands now.' }) consent?: Consent;
}

@ObjectType({ description: 'The answer to `withdrawConsent`.' })
export class WithdrawConsentPayload extends Payload {
  @Field(() => Consent, { nullable: true, description: 'As it stands now.' }) consent?: Consent;
}
