import { Field, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { ConsentChannel, ConsentPurpose, ConsentStatus } from '../consent/consent.entity.js';
import { ConsentMethod } from '../consent/consent-event.entity.js';

export enum PreferenceLinkState {
  OPEN = 'OPEN',
  EXPIRED = 'EXPIRED',
  REPLACED = 'REPLACED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(PreferenceLinkState, {
  name: 'PreferenceLinkState',
  description: 'Whether a link to somebody’s choices still works.',
  valuesConfig: {
    OPEN: { description: 'It works.' },
    EXPIRED: { description: 'It is over a year old.' },
    REPLACED: { description: 'The address it was mailed to is no longer theirs.' },
    UNKNOWN: { description: 'It is not ours, or not whole.' },
  },
});

@ObjectType({ description: 'One purpose by one way, as the person stands.' })
export class ContactChoice {
  @Field(() => ConsentPurpose, { description: 'What for.' }) purpose: ConsentPurpose;
  @Field(() => ConsentChannel, { description: 'By which way.' }) channel: ConsentChannel;
  @Field(() => ConsentStatus, { description: 'What they said last.' }) status: ConsentStatus;
  @Field({ description: 'They are reached: they agreed, or did not object where that is enough.' }) allowed: boolean;
  @Field(() => Date, { nullable: true, description: 'Since when. Null where they never said.' }) since: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when their agreement holds. Null where it has no end.' })
  expiresAt: Date | null;
  @Field(() => Date, { nullable: true, description: 'Until when a mailed link confirms it. Null where none was mailed.' })
  confirmUntil: Date | null;
}

@ObjectType({ description: 'What people are asked to agree to, as it reads now.' })
export class ContactText {
  @Field(() => ConsentPurpose, { description: 'What for.' }) purpose: ConsentPurpose;
  @Field(() => Int, { description: 'Its version.' }) version: number;
  @Field({ description: 'The words, in the asker’s language.' }) body: string;
}

@ObjectType({ description: 'One thing the person said, and what they had before their eyes.' })
export class ContactSaid {
  @Field(() => ConsentPurpose, { description: 'What for.' }) purpose: ConsentPurpose;
  @Field(() => ConsentChannel, { description: 'By which way.' }) channel: ConsentChannel;
  @Field(() => ConsentStatus, { description: 'What they said.' }) action: ConsentStatus;
  @Field(() => ConsentMethod, { description: 'How they said it.' }) method: ConsentMethod;
  @Field({ description: 'When.' }) at: Date;
  @Field(() => String, { nullable: true, description: 'The words they were shown. Null where none are known.' }) text:
    | string
    | null;
}

@ObjectType({ description: 'Somebody’s own choices, by the link of a mail and without an account.' })
export class ContactPreferences {
  @Field(() => PreferenceLinkState, { description: 'Whether the link works.' }) state: PreferenceLinkState;
  @Field(() => String, { nullable: true, description: 'The address it was mailed to, mostly hidden. Null unless OPEN.' })
  email: string | null;
  @Field(() => [ContactChoice], { description: 'Every purpose by every way it goes. Empty unless OPEN.' })
  choices: ContactChoice[];
  @Field(() => [ContactText], { description: 'What they are asked to agree to. Empty unless OPEN.' }) texts: ContactText[];
  @Field(() => [ContactSaid], { description: 'What they said, the latest first, 100 at most. Empty unless OPEN.' })
  history: ContactSaid[];
}

@InputType({ description: 'A change of somebody’s own choices.' })
export class SetContactPreferenceInput {
  @Field({ description: 'What stands behind the # of the link.' }) @Text({ min: 1, max: 200 }) token: string;
  @Field(() => ConsentPurpose, { description: 'What for.' }) purpose: ConsentPurpose;
  @Field(() => ConsentChannel, { description: 'By which way.' }) channel: ConsentChannel;
  @Field({ description: 'They agree.' }) agreed: boolean;
}

@InputType({ description: 'Somebody who wants to be reached for nothing any more.' })
export class RefuseAllContactInput {
  @Field({ description: 'What stands behind the # of the link.' }) @Text({ min: 1, max: 200 }) token: string;
}

@InputType({ description: 'The link that confirms an agreement.' })
export class ConfirmConsentInput {
  @Field({ description: 'What stands behind the # of the link.' }) @Text({ min: 1, max: 200 }) token: string;
}

@ObjectType({ description: 'The answer to `setContactPreference`.' })
export class SetContactPreferencePayload extends Payload {
  @Field(() => ContactPreferences, { nullable: true, description: 'As they stand now.' }) preferences?: ContactPreferences;
}

@ObjectType({ description: 'The answer to `refuseAllContact`.' })
export class RefuseAllContactPayload extends Payload {
  @Field(() => ContactPreferences, { nullable: true, description: 'As they stand now.' }) preferences?: ContactPreferences;
}

@ObjectType({ description: 'The answer to `confirmConsent`.' })
export class ConfirmConsentPayload extends Payload {
  @Field(() => ConsentPurpose, { nullable: true, description: 'What they agreed to.' }) purpose?: ConsentPurpose;
}
