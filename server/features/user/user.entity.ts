import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Requires } from '../../core/access.js';
import { Node } from '../../core/base.entity.js';

export enum UserStatus {
  ACTIVE = 'ACTIVE',
  SUSPENDED = 'SUSPENDED',
  DELETED = 'DELETED',
}
registerEnumType(UserStatus, {
  name: 'UserStatus',
  description: 'Whether a person may sign in.',
  valuesConfig: {
    ACTIVE: { description: 'May sign in.' },
    SUSPENDED: { description: 'May not, and every session of theirs is ended.' },
    DELETED: { description: 'The account is gone for good. What they did stays, under their name or a pseudonym.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A person with an account.' })
export class User extends Node {
  @Field({ description: 'First and last name, as shown to others.' })
  @Column({ type: 'text' })
  name: string;

  @Field(() => String, { nullable: true, description: 'What they sign in with; an address that exists nowhere once DELETED.' })
  @Requires('user.read')
  @Column({ type: 'text' })
  email: string;

  @Field(() => String, { nullable: true, description: 'E.164, such as +33298001122.' })
  @Requires('user.read')
  @Column({ type: 'text', nullable: true })
  phone: string | null;

  @Field(() => UserStatus, { nullable: true, description: 'Whether they may sign in.' })
  @Requires('user.read')
  @Column({ type: 'text', default: UserStatus.ACTIVE })
  status: UserStatus;

  @Field(() => Date, { nullable: true, description: 'When they last signed in; null when they never did.' })
  @Requires('user.read')
  @Column({ type: 'timestamptz', nullable: true })
  lastLoginAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'When the account was made.' })
  @Requires('user.read')
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  /** For lists, written by PostgreSQL: when they last signed in, and long ago where they never did. */
  @Column({ type: 'timestamptz', insert: false, update: false })
  loginOrder: Date;

  /** `fr` or `en`; null follows the browser. */
  @Column({ type: 'text', nullable: true })
  locale: string | null;

  /** argon2id, in the PHC format. Null: no password was set, so none is right. */
  @Column({ type: 'text', nullable: true })
  passwordHash: string | null;

  /** Made with the demo data: refused in production. */
  @Column({ type: 'boolean', default: false })
  demo: boolean;

  /** Of their highest role; no column, it is read with the row where somebody's right over them is asked. */
  rank?: number;
}
