import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Device } from './device.entity.js';

const PASSWORD = { description: 'Your password once more.' };

@ObjectType('SecondFactor', { description: 'What you prove a second time with that it is you.' })
export class SecondFactorType {
  @Field(() => Date, {
    nullable: true,
    description: 'Since when codes of your authenticator app are asked for. Null without one.',
  })
  totpSince: Date | null;

  @Field(() => Int, { description: 'How many of your recovery codes you have not used.' }) recoveryCodesLeft: number;
}

@InputType({ description: 'To set up an authenticator app.' })
export class StartTwoFactorSetupInput {
  @Field(PASSWORD) @Text({ min: 1, max: 1000 }) password: string;
}

@ObjectType({ description: 'The answer to `startTwoFactorSetup`.' })
export class StartTwoFactorSetupPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The secret to type into the app, base32.' }) secret?: string;
  @Field(() => String, { nullable: true, description: 'The same as an otpauth:// address, to show as a QR code.' }) uri?: string;
}

@InputType({ description: 'Proves that the app has the secret.' })
export class ConfirmTwoFactorSetupInput {
  @Field({ description: 'The six digits it shows.' }) @Text({ min: 1, max: 20 }) code: string;
}

@ObjectType({ description: 'The answer to `confirmTwoFactorSetup`.' })
export class ConfirmTwoFactorSetupPayload extends Payload {
  @Field(() => [String], { nullable: true, description: 'Ten recovery codes, each good once. They are never answered again.' })
  recoveryCodes?: string[];
}

@InputType({ description: 'To have new recovery codes.' })
export class RegenerateRecoveryCodesInput {
  @Field(PASSWORD) @Text({ min: 1, max: 1000 }) password: string;
}

@ObjectType({ description: 'The answer to `regenerateRecoveryCodes`.' })
export class RegenerateRecoveryCodesPayload extends Payload {
  @Field(() => [String], { nullable: true, description: 'Ten new ones; those before are worth nothing any more.' })
  recoveryCodes?: string[];
}

@InputType({ description: 'To take the authenticator app away.' })
export class DisableTwoFactorInput {
  @Field(PASSWORD) @Text({ min: 1, max: 1000 }) password: string;
  @Field({ description: 'A code of the app, or a recovery code.' }) @Text({ min: 1, max: 60 }) code: string;
}

@ObjectType({ description: 'The answer to `disableTwoFactor`.' })
export class DisableTwoFactorPayload extends Payload {
  @Field(() => SecondFactorType, { nullable: true, description: 'What is left.' }) secondFactor?: SecondFactorType;
}

@InputType({ description: 'Which device is asked for the second factor again.' })
export class ForgetDeviceInput {
  @Field(() => ID, { description: 'The device’s.' }) id: string;
}

@ObjectType({ description: 'The answer to `forgetDevice`.' })
export class ForgetDevicePayload extends Payload {
  @Field(() => [Device], { nullable: true, description: 'The devices that are left.' }) devices?: Device[];
}
