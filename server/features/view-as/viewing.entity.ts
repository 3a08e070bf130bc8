import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** One of ours sees the product as somebody else, for a while, within a session of their own. It reads and never writes. */
@Entity()
export class Viewing extends Node {
  /** Of whoever looks. */
  @Column({ type: 'uuid' }) sessionId: string;
  /** The key of the role they look by: with it goes the viewing. */
  @Column({ type: 'text' }) role: string;
  /** As whom. */
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) startedAt: Date;
  @Column({ type: 'timestamptz' }) expiresAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) endedAt: Date | null;
}
