import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** What a passkey is asked to sign, once and within minutes. */
@Entity()
export class PasskeyChallenge extends Node {
  @Column({ type: 'text' }) hash: string;
  /** To add a passkey: the session that asked. */
  @Column({ type: 'uuid', nullable: true }) sessionId: string | null;
  /** After a password: the sign-in that waits for it. Both null: to sign in with nothing else. */
  @Column({ type: 'uuid', nullable: true }) signInChallengeId: string | null;
  @Column({ type: 'timestamptz' }) expiresAt: Date;
}
