import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** What a superadmin set, where it differs from what the product comes with. Read through `settingsOf`, as one typed object. */
@Entity()
export class Setting extends Node {
  @Column({ type: 'text' }) key: string;
  @Column({ type: 'jsonb' }) value: unknown;
  @Column({ type: 'timestamptz', default: () => 'now()' }) updatedAt: Date;
}

export enum SecondFactorRule {
  OPTIONAL = 'OPTIONAL',
  STAFF = 'STAFF',
  EVERYBODY = 'EVERYBODY',
}
registerEnumType(SecondFactorRule, {
  name: 'SecondFactorRule',
  description: 'Who must have a second factor. Who must and has none can set one up, and nothing else.',
  valuesConfig: {
    OPTIONAL: { description: 'Whoever wants one.' },
    STAFF: { description: 'Our own people, who reach every customer.' },
    EVERYBODY: { description: 'Everybody with an account.' },
  },
});

/** Not an entity: a member each row. */
@ObjectType({ description: 'How the product behaves, as superadmins set it.' })
export class Settings {
  @Field({ description: 'Whether people may open a client account by themselves. False at first.' })
  selfRegistration: boolean;

  @Field({ description: 'Whether clients may sign in by a link sent to their address. False at first.' })
  magicLink: boolean;

  @Field(() => SecondFactorRule, { description: 'Who must have a second factor. Our own people, at first.' })
  secondFactor: SecondFactorRule;
}

export const defaultSettings: Settings = {
  selfRegistration: false,
  magicLink: false,
  secondFactor: SecondFactorRule.STAFF,
};

/** What the sign-in screens offer. */
@ObjectType({ description: 'The ways in that are open beside a password, for the sign-in screens.' })
export class SignInOptions {
  @Field({ description: 'People may open a client account by themselves.' }) selfRegistration: boolean;
  @Field({ description: 'Clients may ask for a link that signs them in.' }) magicLink: boolean;
}
