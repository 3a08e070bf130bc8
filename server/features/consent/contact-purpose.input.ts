import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { ConsentChannel, ConsentPurpose } from './consent.entity.js';
import { ConsentText } from './consent-text.entity.js';
import { ContactPurpose, LegalBasis, PurposeAudience } from './contact-purpose.entity.js';

@InputType({ description: 'A purpose as it is to be.' })
export class UpdateContactPurposeInput {
  @Field(() => ID, { description: 'The purpose’s.' }) id: string;
  @Field(() => Int, { nullable: true, description: 'The version you saw: CONFLICT when there is a newer one.' }) version?:
    | number
    | null;
  @Field(() => LegalBasis, { description: 'What allows it towards people.' }) personBasis: LegalBasis;
  @Field(() => LegalBasis, { description: 'What allows it towards companies.' }) companyBasis: LegalBasis;
  @Field(() => [ConsentChannel], { description: 'The ways it goes.' }) @Items({ max: 4 }) channels: ConsentChannel[];
  @Field(() => PurposeAudience, { description: 'Whom it is for.' }) audience: PurposeAudience;
  @Field(() => Int, { description: 'How long what was said is kept after it ended, in months: 1 to 600.' })
  @Between(1, 600)
  retentionMonths: number;
  @Field(() => Int, { nullable: true, description: 'How long new agreements hold, in months: 1 to 120. Null: without end.' })
  @Between(1, 120)
  renewalMonths?: number | null;
  @Field({ description: 'A yes by e-mail is confirmed from the address.' }) doubleOptIn: boolean;
  @Field({ description: 'Off: nobody is reached for it.' }) active: boolean;
}

@ObjectType({ description: 'The answer to `updateContactPurpose`.' })
export class UpdateContactPurposePayload extends Payload {
  @Field(() => ContactPurpose, { nullable: true, description: 'As it is now.' }) contactPurpose?: ContactPurpose;
}

@InputType({ description: 'A new wording, in both languages at once.' })
export class PublishConsentTextInput {
  @Field(() => ConsentPurpose, { description: 'What for.' }) purpose: ConsentPurpose;
  @Field({ description: 'The words in French.' }) @Text({ min: 20, max: 4_000 }) fr: string;
  @Field({ description: 'The words in English.' }) @Text({ min: 20, max: 4_000 }) en: string;
}

@ObjectType({ description: 'The answer to `publishConsentText`.' })
export class PublishConsentTextPayload extends Payload {
  @Field(() => [ConsentText], { nullable: true, description: 'The new version, in each language.' }) consentTexts?: ConsentText[];
}
