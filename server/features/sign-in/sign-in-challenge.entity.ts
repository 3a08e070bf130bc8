import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** A sign-in that waits for the second factor. Whoever holds its token goes on with it; only the token's hash is kept. */
@Entity()
export class SignInChallenge extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) hash: string;
  /** What came before: PASSWORD, RESET… */
  @Column({ type: 'text' }) method: string;
  @Column({ type: 'integer', default: 0 }) attempts: number;
  @Column({ type: 'timestamptz' }) expiresAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) usedAt: Date | null;
}
