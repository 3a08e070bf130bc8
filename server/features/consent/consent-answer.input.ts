import { ArgsType, Field, ID, ObjectType } from 'type-graphql';
import { ConsentChannel, ConsentPurpose, ConsentStatus } from './consent.entity.js';
import { LegalBasis } from './contact-purpose.entity.js';
import { ContactReason } from './contact-refusal.entity.js';

@ArgsType()
export class ContactAnswersArgs {
  @Field(() => ID, { description: 'The customer’s.' }) customerId: string;
  @Field(() => Date, {
    nullable: true,
    description: 'The moment it is asked about, by what they had said until then; now unless said.',
  })
  at?: Date | null;
}

@ObjectType('ContactAnswer', {
  description: 'Whether a customer may be reached for one purpose by one way. Asked again of every mail as it leaves.',
})
export class ContactAnswerType {
  @Field(() => ConsentPurpose, { description: 'What for.' }) purpose: ConsentPurpose;
  @Field(() => ConsentChannel, { description: 'By which way.' }) channel: ConsentChannel;
  @Field({ description: 'They may be.' }) allowed: boolean;
  @Field(() => ContactReason, { description: 'Why, or why not.' }) reason: ContactReason;
  @Field(() => LegalBasis, { nullable: true, description: 'What would allow it. Null where the purpose or the way is closed.' })
  basis: LegalBasis | null;
  @Field(() => ConsentStatus, { nullable: true, description: 'Where they stood. Null where no word of theirs is needed.' })
  status: ConsentStatus | null;
  @Field(() => Date, { nullable: true, description: 'Since when they stood there. Null where they never said.' })
  since: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when what they agreed to held. Null where it has no end.' })
  expiresAt: Date | null;
}
