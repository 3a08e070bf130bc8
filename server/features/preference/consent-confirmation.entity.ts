import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import type { ConsentChannel, ConsentPurpose } from '../consent/consent.entity.js';
import type { ConsentMethod, ConsentProof } from '../consent/consent-event.entity.js';

/** An agreement that waits for a yes from the address it is about. Only the hash of its link's token is kept. */
@Entity()
export class ConsentConfirmation extends Node {
  @Column({ type: 'uuid' }) customerId: string;
  @Column({ type: 'text' }) purpose: ConsentPurpose;
  @Column({ type: 'text' }) channel: ConsentChannel;
  @Column({ type: 'text' }) tokenHash: string;
  @Column({ type: 'text' }) emailSha256: string;
  /** How it was said, by whom, and what they had before their eyes: what the event will say. */
  @Column({ type: 'text' }) method: ConsentMethod;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'uuid', nullable: true }) documentId: string | null;
  @Column({ type: 'uuid', nullable: true }) textId: string | null;
  @Column({ type: 'uuid', nullable: true }) actorId: string | null;
  @Column({ type: 'jsonb', default: {} }) proof: ConsentProof;
  @Column({ type: 'timestamptz', default: () => 'now()' }) requestedAt: Date;
  @Column({ type: 'timestamptz' }) expiresAt: Date;
  @Column({ type: 'timestamptz', nullable: true }) confirmedAt: Date | null;
  @Column({ type: 'timestamptz', nullable: true }) replacedAt: Date | null;
}
