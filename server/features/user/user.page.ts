import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { Reach } from './role.entity.js';
import { User, UserStatus } from './user.entity.js';

export const UserConnection = Connection(User);

export enum UserSort {
  NAME = 'name',
  CREATED_AT = 'createdAt',
  LAST_LOGIN = 'loginOrder',
}
registerEnumType(UserSort, {
  name: 'UserSort',
  description: 'What a list of users is sorted by.',
  valuesConfig: {
    NAME: { description: 'Their name.' },
    CREATED_AT: { description: 'When the account was made.' },
    LAST_LOGIN: { description: 'When they last signed in; who never did stands before all who did.' },
  },
});

@InputType({ description: 'Which users.' })
export class UserFilter {
  @Field(() => String, { nullable: true, description: 'Part of the name or e-mail address; accents and case ignored.' })
  @Text({ max: 200 })
  search?: string | null;

  @Field(() => UserStatus, {
    nullable: true,
    description: 'Whether they may sign in. Unless said, all but those whose account is gone.',
  })
  status?: UserStatus | null;

  @Field(() => String, { nullable: true, description: 'Who have the role of this key.' })
  @Text({ max: 60 })
  roleKey?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether they signed in at least once.' })
  hasSignedIn?: boolean | null;

  @Field(() => Reach, { nullable: true, description: 'Who have a role of this reach.' })
  reach?: Reach | null;
}

@ArgsType()
export class UserPage extends Page {
  @Field(() => UserSort, { defaultValue: UserSort.NAME, description: 'What to sort by.' }) sort: UserSort;
  @Field(() => UserFilter, { nullable: true, description: 'Which ones.' }) filter?: UserFilter | null;
}
