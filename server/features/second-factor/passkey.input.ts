import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Json } from '../../core/scalars.js';
import { Passkey } from './passkey.entity.js';

@InputType({ description: 'To add a passkey.' })
export class StartPasskeySetupInput {
  @Field({ description: 'Your password once more.' }) @Text({ min: 1, max: 1000 }) password: string;
}

@ObjectType({ description: 'The answer to `startPasskeySetup`.' })
export class StartPasskeySetupPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Pass it on with what the browser made.' }) id?: string;

  @Field(() => Json, {
    nullable: true,
    description: 'What `navigator.credentials.create` takes: WebAuthn’s PublicKeyCredentialCreationOptionsJSON.',
  })
  options?: object;
}

@InputType({ description: 'A passkey as the browser made it.' })
export class FinishPasskeySetupInput {
  @Field(() => ID, { description: 'From `startPasskeySetup`, within five minutes and in the same session.' }) id: string;
  @Field({ description: 'What you call it.' }) @Text({ min: 1, max: 80 }) name: string;
  @Field(() => Json, { description: 'WebAuthn’s RegistrationResponseJSON.' }) response: unknown;
}

@ObjectType({ description: 'The answer to `finishPasskeySetup`.' })
export class FinishPasskeySetupPayload extends Payload {
  @Field(() => Passkey, { nullable: true, description: 'The passkey.' }) passkey?: Passkey;

  @Field(() => [String], {
    nullable: true,
    description: 'With your first second factor: ten recovery codes, each good once. They are never answered again.',
  })
  recoveryCodes?: string[] | null;
}

@InputType({ description: 'Another name for a passkey.' })
export class RenamePasskeyInput {
  @Field(() => ID, { description: 'The passkey’s.' }) id: string;
  @Field({ description: 'What you call it now.' }) @Text({ min: 1, max: 80 }) name: string;
}

@ObjectType({ description: 'The answer to `renamePasskey`.' })
export class RenamePasskeyPayload extends Payload {
  @Field(() => Passkey, { nullable: true, description: 'The passkey.' }) passkey?: Passkey;
}

@InputType({ description: 'Which passkey to remove.' })
export class DeletePasskeyInput {
  @Field(() => ID, { description: 'The passkey’s.' }) id: string;
  @Field({ description: 'Your password once more.' }) @Text({ min: 1, max: 1000 }) password: string;
}

@ObjectType({ description: 'The answer to `deletePasskey`.' })
export class DeletePasskeyPayload extends Payload {
  @Field(() => [Passkey], { nullable: true, description: 'The passkeys that are left.' }) passkeys?: Passkey[];
}
