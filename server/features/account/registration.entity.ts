import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import type { Locale } from '../../core/words.js';

/** Somebody asked for a client account; it begins when their address is confirmed. */
@Entity()
export class Registration extends Node {
  @Column({ type: 'text' }) email: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) passwordHash: string;
  @Column({ type: 'text' }) locale: Locale;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}
