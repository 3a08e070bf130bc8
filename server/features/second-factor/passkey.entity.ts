import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

@Entity()
@ObjectType({
  implements: Node,
  description: 'A key on a device of yours, or a security key (WebAuthn): you sign in with it, alone or after your password.',
})
export class Passkey extends Node {
  @Field({ description: 'What you call it.' })
  @Column({ type: 'text' })
  name: string;

  @Field({ description: 'When you added it.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When you last signed in with it. Null when you never did.' })
  @Column({ type: 'timestamptz', nullable: true })
  lastUsedAt: Date | null;

  @Field({ description: 'It is kept by a password manager or an account, and so is on several devices.' })
  @Column({ type: 'boolean' })
  backedUp: boolean;

  @Column({ type: 'uuid' }) userId: string;
  /** As the browser names it, base64url. */
  @Column({ type: 'text' }) credentialId: string;
  /** COSE, base64url. */
  @Column({ type: 'text' }) publicKey: string;
  @Column({ type: 'bigint', transformer: { to: (value: number) => value, from: Number } }) counter: number;
  @Column({ type: 'text', array: true, default: [] }) transports: string[];
}
