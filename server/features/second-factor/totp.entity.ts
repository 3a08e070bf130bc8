import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** What somebody's authenticator app makes its codes from. No field is public, so GraphQL doesn't know it. */
@Entity()
export class Totp extends Node {
  @Column({ type: 'uuid' }) userId: string;
  /** Sealed: see sealed-secret.rules.ts. */
  @Column({ type: 'text' }) secret: string;
  /** The last time step whose code was used: none up to it is taken again. */
  @Column({ type: 'integer', default: 0 }) lastStep: number;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  /** Null: set up, but no code has proven yet that the app has it. */
  @Column({ type: 'timestamptz', nullable: true }) confirmedAt: Date | null;
}
