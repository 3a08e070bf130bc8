import { Field, ID, InputType, ObjectType, registerEnumType } from 'type-graphql';
import { Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { User } from './user.entity.js';

/** The languages, as the schema names them. */
export enum Language {
  FR = 'fr',
  EN = 'en',
}
registerEnumType(Language, {
  name: 'Language',
  description: 'A language that the product speaks.',
  valuesConfig: { FR: { description: 'French.' }, EN: { description: 'English.' } },
});

@InputType({ description: 'What is known of a user. Absent leaves it as it is; null empties it.' })
export abstract class UserFields {
  @Field(() => String, { nullable: true, description: 'First and last name.' }) @Text({ max: 200 }) name?: string | null;
  @Field(() => String, { nullable: true, description: 'What they sign in with; nobody else’s.' })
  @Text({ max: 254 })
  email?: string | null;
  @Field(() => String, { nullable: true, description: 'Phone number, as written in France or with its country.' })
  @Text({ max: 40 })
  phone?: string | null;
  @Field(() => Language, { nullable: true, description: 'The language they are spoken to in; null follows their browser.' })
  locale?: Language | null;
}

const roleKeys = 'The keys of all their roles from now on, each below your own.';

@InputType({ description: 'A new user. They have no password yet: they are written to, and choose one.' })
export class CreateUserInput extends UserFields {
  @Field(() => String, { description: 'First and last name.' }) @Text({ min: 1, max: 200 }) declare name: string;
  @Field(() => String, { description: 'What they sign in with; nobody else’s.' })
  @Text({ min: 1, max: 254 })
  declare email: string;
  @Field(() => [String], { description: roleKeys }) @Items({ max: 20 }) @Text({ max: 60, each: true }) roleKeys: string[];
}

@InputType({ description: 'A change to a user.' })
export class UpdateUserInput extends UserFields {
  @Field(() => ID, { description: 'The user’s.' }) id: string;
}

@InputType({ description: 'Whose account is suspended.' })
export class SuspendUserInput {
  @Field(() => ID, { description: 'The user’s.' }) id: string;
}

@InputType({ description: 'Whose account is opened again.' })
export class ReactivateUserInput {
  @Field(() => ID, { description: 'The user’s.' }) id: string;
}

export enum RememberedAs {
  NAME = 'NAME',
  PSEUDONYM = 'PSEUDONYM',
}
registerEnumType(RememberedAs, {
  name: 'RememberedAs',
  description: 'What stands beside the things somebody did, once their account is gone.',
  valuesConfig: {
    NAME: { description: 'Their name, as before.' },
    PSEUDONYM: { description: 'A word that says nobody’s name, the same everywhere.' },
  },
});

@InputType({ description: 'Whose account goes, and what stays of their name.' })
export class DeleteUserInput {
  @Field(() => ID, { description: 'The user’s.' }) id: string;
  @Field(() => RememberedAs, { description: 'What stands beside the things they did.' }) rememberedAs: RememberedAs;
}

@InputType({ description: 'Who has which roles.' })
export class AssignRolesInput {
  @Field(() => ID, { description: 'The user’s.' }) id: string;
  @Field(() => [String], { description: roleKeys }) @Items({ max: 20 }) @Text({ max: 60, each: true }) roleKeys: string[];
}

@InputType({ description: 'Who gets one more role.' })
export class AssignRoleInput {
  @Field(() => ID, { description: 'The user’s.' }) id: string;
  @Field(() => String, { description: 'The role’s key.' }) @Text({ max: 60 }) roleKey: string;
}

const now = { nullable: true, description: 'As they are now.' };

@ObjectType({ description: 'The answer to `createUser`.' })
export class CreateUserPayload extends Payload {
  @Field(() => User, { nullable: true, description: 'The new one.' }) user?: User;
}

@ObjectType({ description: 'The answer to `updateUser`.' })
export class UpdateUserPayload extends Payload {
  @Field(() => User, now) user?: User;
}

@ObjectType({ description: 'The answer to `suspendUser`.' })
export class SuspendUserPayload extends Payload {
  @Field(() => User, now) user?: User;
}

@ObjectType({ description: 'The answer to `reactivateUser`.' })
export class ReactivateUserPayload extends Payload {
  @Field(() => User, now) user?: User;
}

@ObjectType({ description: 'The answer to `deleteUser`.' })
export class DeleteUserPayload extends Payload {
  @Field(() => User, { nullable: true, description: 'What stays of them.' }) user?: User;
}

@ObjectType({ description: 'The answer to `assignRoles`.' })
export class AssignRolesPayload extends Payload {
  @Field(() => User, now) user?: User;
}

@ObjectType({ description: 'The answer to `assignRole`.' })
export class AssignRolePayload extends Payload {
  @Field(() => User, now) user?: User;
}
