import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** One sign-in on one device: the family of refresh tokens that grew from it. Only hashes are kept. */
@Entity()
export class Session extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) refreshHash: string;
  /** The token before, good for a few seconds more: two tabs may send it at once. */
  @Column({ type: 'text', nullable: true }) previousHash: string | null;
  @Column({ type: 'timestamptz', default: () => 'now()' }) rotatedAt: Date;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz' }) expiresAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) endedAt: Date | null;
  @Column({ type: 'text', nullable: true }) userAgent: string | null;
  @Column({ type: 'inet', nullable: true }) ip: string | null;
}
