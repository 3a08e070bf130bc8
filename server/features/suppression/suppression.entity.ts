import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export type SuppressionKind = 'EMAIL' | 'PHONE' | 'REFERENCE';

/** Somebody who was erased is not to come back by a file. What is kept says who only to whoever already knows, and has our key. */
@Entity()
export class Suppression extends Node {
  @Column({ type: 'text' }) kind: SuppressionKind;
  /** HMAC-SHA-256 of the address, number or reference as it is compared, by the server’s key. */
  @Column({ type: 'text' }) hash: string;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}
