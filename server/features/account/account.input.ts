import { Field, InputType, ObjectType } from 'type-graphql';
import { Email, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { PASSWORD_LENGTH } from '../session/password.rules.js';
import { ViewerType } from '../session/viewer.entity.js';

const TOKEN = 200;
const NAME = 120;

@InputType({ description: 'Whose password is forgotten.' })
export class RequestPasswordResetInput {
  @Field({ description: 'The address of the account.' }) @Text({ min: 1, max: 254 }) email: string;
}

@ObjectType({ description: 'The answer to `requestPasswordReset`.' })
export class RequestPasswordResetPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: if that address has an account, a mail is on its way. The answer is the same if not.',
  })
  ok?: boolean;
}

@InputType({ description: 'A new password, by a mailed link.' })
export class ResetPasswordInput {
  @Field({ description: 'What stands behind the # of the link.' }) @Text({ min: 1, max: TOKEN }) token: string;
  @Field({ description: 'The new password.' }) @Text({ min: 1, max: PASSWORD_LENGTH.max }) password: string;
}

@ObjectType({ description: 'The answer to `resetPassword`.' })
export class ResetPasswordPayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the password is the new one, and every session has ended. Sign in with it, second factor included.',
  })
  ok?: boolean;
}

@InputType({ description: 'Your own details. What is absent stays.' })
export class UpdateProfileInput {
  @Field(() => String, { nullable: true, description: 'First and last name.' }) @Text({ max: NAME }) name?: string | null;

  @Field(() => String, { nullable: true, description: 'A phone number, as one writes it. Null takes it away.' })
  @Text({ max: 50 })
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'fr or en. Null follows the browser.' })
  @Text({ max: 10 })
  locale?: string | null;
}

@ObjectType({ description: 'The answer to `updateProfile`.' })
export class UpdateProfilePayload extends Payload {
  @Field(() => ViewerType, { nullable: true, description: 'You, as you are now.' }) viewer?: ViewerType;
}

@InputType({ description: 'Your password, and the one to come.' })
export class ChangePasswordInput {
  @Field({ description: 'The one of now.' }) @Text({ min: 1, max: PASSWORD_LENGTH.max }) currentPassword: string;
  @Field({ description: 'The new one.' }) @Text({ min: 1, max: PASSWORD_LENGTH.max }) newPassword: string;
}

@ObjectType({ description: 'The answer to `changePassword`.' })
export class ChangePasswordPayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True: it is the new one, and your other sessions have ended.' })
  ok?: boolean;
}

@InputType({ description: 'Another address to sign in with.' })
export class RequestEmailChangeInput {
  @Field({ description: 'The new address.' }) @Text({ min: 1, max: 254 }) @Email() email: string;
  @Field({ description: 'Your password.' }) @Text({ min: 1, max: PASSWORD_LENGTH.max }) password: string;
}

@ObjectType({ description: 'The answer to `requestEmailChange`.' })
export class RequestEmailChangePayload extends Payload {
  @Field(() => ViewerType, {
    nullable: true,
    description: 'You, with the change that waits. The answer is the same when the address belongs to another account.',
  })
  viewer?: ViewerType;
}

@InputType({ description: 'The link of one of the two mails about a change of address.' })
export class ConfirmEmailChangeInput {
  @Field({ description: 'What stands behind the # of the link.' }) @Text({ min: 1, max: TOKEN }) token: string;
}

@ObjectType({ description: 'The answer to `confirmEmailChange`.' })
export class ConfirmEmailChangePayload extends Payload {
  @Field(() => Boolean, {
    nullable: true,
    description: 'Both have confirmed, and the new address holds. False: the other is awaited.',
  })
  done?: boolean;
}

@InputType({ description: 'Which change of address to call off.' })
export class CancelEmailChangeInput {
  @Field(() => String, {
    nullable: true,
    description: 'What stands behind the # of the link that the old address got. Null: your own change, when you are signed in.',
  })
  @Text({ max: TOKEN })
  token?: string | null;
}

@ObjectType({ description: 'The answer to `cancelEmailChange`.' })
export class CancelEmailChangePayload extends Payload {
  @Field(() => Boolean, { nullable: true, description: 'True: the address stays what it is.' }) ok?: boolean;
}

@InputType({ description: 'The link that confirms the address of a new account.' })
export class ConfirmRegistrationInput {
  @Field({ description: 'What stands behind the # of the link.' }) @Text({ min: 1, max: TOKEN }) token: string;

  @Field({ description: 'The password chosen then: whoever asked for the account is who opens it.' })
  @Text({ min: 1, max: PASSWORD_LENGTH.max })
  password: string;
}

@ObjectType({ description: 'The answer to `confirmRegistration`.' })
export class ConfirmRegistrationPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'The address to sign in with: the account is there.' }) email?: string;
}

@InputType({ description: 'A password to be, and whose.' })
export class PasswordAdviceInput {
  @Field({ description: 'The password.' }) @Text({ max: 10_000 }) password: string;
  @Field(() => String, { nullable: true, description: 'Their name, where they are not signed in.' }) @Text({ max: 1000 }) name?:
    | string
    | null;
  @Field(() => String, { nullable: true, description: 'Their address, where they are not signed in.' })
  @Text({ max: 1000 })
  email?: string | null;
}

@ObjectType({ description: 'Whether a password would do.' })
export class PasswordAdvice {
  @Field({ description: 'It would be taken.' }) acceptable: boolean;
  @Field(() => String, { nullable: true, description: 'What is wrong with it, for the person. Null when nothing is.' }) message:
    | string
    | null;
}
