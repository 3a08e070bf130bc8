import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

/** One of the ten codes for who lost their second factor. Only its hash is kept. */
@Entity()
export class RecoveryCode extends Node {
  @Column({ type: 'uuid' }) userId: string;
  @Column({ type: 'text' }) hash: string;
  @Column({ type: 'timestamptz', nullable: true }) usedAt: Date | null;
}
