import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Json } from '../../core/scalars.js';
import { SessionPayload } from '../session/session.input.js';

@InputType({ description: 'What somebody signs in with.' })
export class LoginInput {
  @Field({ description: 'Their e-mail address, in any case.' }) @Text({ min: 1, max: 254 }) email: string;
  @Field({ description: 'Their password.' }) @Text({ min: 1, max: 1000 }) password: string;
}

@ObjectType({ description: 'A second factor that is due before the session begins.' })
export class SignInChallengeType {
  @Field({ description: 'Pass it on with the code, within five minutes.' }) id: string;

  @Field(() => [String], { description: 'How it can be met: TOTP, PASSKEY or RECOVERY_CODE.' })
  methods: string[];
}

@ObjectType({ description: 'The answer to `login`.' })
export class LoginPayload extends SessionPayload {
  @Field(() => SignInChallengeType, { nullable: true, description: 'Set instead of a token where a second factor is due.' })
  challenge?: SignInChallengeType;
}

@InputType({ description: 'The second factor, as a code.' })
export class VerifyTwoFactorInput {
  @Field({ description: 'The challenge’s, from `login`.' }) @Text({ min: 1, max: 200 }) challengeId: string;
  @Field({ description: 'Six digits of the authenticator app, or a recovery code.' }) @Text({ min: 1, max: 60 }) code: string;

  @Field(() => Boolean, { defaultValue: false, description: 'Don’t ask this browser for it in the next thirty days.' })
  rememberDevice: boolean;
}

@ObjectType({ description: 'The answer to `verifyTwoFactor`.' })
export class VerifyTwoFactorPayload extends SessionPayload {}

@InputType({ description: 'To sign in with a passkey.' })
export class StartPasskeySignInInput {
  @Field(() => String, {
    nullable: true,
    description: 'The challenge’s, from `login`, where the passkey is the second factor. Absent: it is all that is needed.',
  })
  @Text({ max: 200 })
  challengeId?: string | null;
}

@ObjectType({ description: 'The answer to `startPasskeySignIn`.' })
export class StartPasskeySignInPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Pass it on with what the passkey signed.' }) id?: string;

  @Field(() => Json, {
    nullable: true,
    description: 'What `navigator.credentials.get` takes: WebAuthn’s PublicKeyCredentialRequestOptionsJSON.',
  })
  options?: object;
}

@InputType({ description: 'What a passkey signed.' })
export class FinishPasskeySignInInput {
  @Field(() => ID, { description: 'From `startPasskeySignIn`, within five minutes.' }) id: string;
  @Field(() => Json, { description: 'WebAuthn’s AuthenticationResponseJSON.' }) response: unknown;

  @Field(() => String, { nullable: true, description: 'The same as at the start.' })
  @Text({ max: 200 })
  challengeId?: string | null;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'Don’t ask this browser for the second factor in the next thirty days.',
  })
  rememberDevice: boolean;
}

@ObjectType({ description: 'The answer to `finishPasskeySignIn`.' })
export class FinishPasskeySignInPayload extends SessionPayload {}

@InputType({ description: 'What the link in a mail carries.' })
export class EndSessionByLinkInput {
  @Field({ description: 'The part of the link after #.' }) @Text({ min: 1, max: 200 }) token: string;
}

@ObjectType({ description: 'The answer to `endSessionByLink`.' })
export class EndSessionByLinkPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True: the session is over.' }) ok?: boolean;
}
