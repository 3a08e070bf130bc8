import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Between, Items, Text } from '../../core/inputs.js';
import { Payload } from '../../core/mutation.js';
import { Reach, Role } from './role.entity.js';

@InputType({ description: 'A new role of your own.' })
export class CreateRoleInput {
  @Field(() => String, { description: 'Stable, for programs: lower-case letters, digits and hyphens. It is never changed.' })
  @Text({ min: 1, max: 60 })
  key: string;

  @Field(() => String, { description: 'For people.' }) @Text({ min: 1, max: 100 }) name: string;
  @Field(() => Reach, { description: 'Which rows, and which portal.' }) reach: Reach;
  @Field(() => Int, { description: 'Where it stands, 1 or more, below your own.' }) @Between(1, 100) rank: number;

  @Field(() => [String], { description: 'What those who have it may do: permissions that you have yourself.' })
  @Items({ max: 300 })
  @Text({ max: 100, each: true })
  permissions: string[];
}

@InputType({
  description: 'A change to a role, which counts from the next request of everybody who has it. Absent leaves it as it is.',
})
export class UpdateRoleInput {
  @Field(() => ID, { description: 'The role’s.' }) id: string;
  @Field(() => String, { nullable: true, description: 'For people.' }) @Text({ max: 100 }) name?: string | null;

  @Field(() => Reach, { nullable: true, description: 'Which rows, and which portal. Not of a role that came with the product.' })
  reach?: Reach | null;

  @Field(() => Int, { nullable: true, description: 'Where it stands, below your own. Not of a role that came with the product.' })
  @Between(1, 100)
  rank?: number | null;

  @Field(() => [String], { nullable: true, description: 'All it permits from now on. What you add you must have yourself.' })
  @Items({ max: 300 })
  @Text({ max: 100, each: true })
  permissions?: string[] | null;
}

@InputType({ description: 'Which role goes.' })
export class DeleteRoleInput {
  @Field(() => ID, { description: 'The role’s; nobody has it.' }) id: string;
}

@ObjectType({ description: 'The answer to `createRole`.' })
export class CreateRolePayload extends Payload {
  @Field(() => Role, { nullable: true, description: 'The new one.' }) role?: Role;
}

@ObjectType({ description: 'The answer to `updateRole`.' })
export class UpdateRolePayload extends Payload {
  @Field(() => Role, { nullable: true, description: 'As it is now.' }) role?: Role;
}

@ObjectType({ description: 'The answer to `deleteRole`.' })
export class DeleteRolePayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Whose identifier it was.' }) id?: string;
}
