import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** Somebody says that they order under this address, and proves it by the code that is mailed there. */
@Entity()
export class OrderClaim extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) email: string;
  /** As orders are found by it. */
  @Column({ type: 'text' }) emailKey: string;
  /** Null until the mail is written. */
  @Column({ type: 'text', nullable: true }) codeHash: string | null;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
  @Column({ type: 'timestamptz' }) expiresAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) usedAt: Date | null;
}
