import { Field, InputType, ObjectType } from 'type-graphql';
import { Payload } from '../../core/mutation.js';
import { SecondFactorRule, Settings } from './setting.entity.js';

@InputType({ description: 'What to set. What is absent or null stays.' })
export class UpdateSettingsInput implements Partial<{ [Name in keyof Settings]: Settings[Name] | null }> {
  @Field(() => Boolean, { nullable: true, description: 'Whether people may open a client account by themselves.' })
  selfRegistration?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether clients may sign in by a link sent to their address.' })
  magicLink?: boolean | null;

  @Field(() => SecondFactorRule, { nullable: true, description: 'Who must have a second factor.' })
  secondFactor?: SecondFactorRule | null;
}

@ObjectType({ description: 'The answer to `updateSettings`.' })
export class UpdateSettingsPayload extends Payload {
  @Field(() => Settings, { nullable: true, description: 'All settings as they are now.' }) settings?: Settings;
}
