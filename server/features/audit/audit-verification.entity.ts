import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { AppendOnly } from '../../core/table.js';

/** What somebody found who compared the audit entries with their seals. */
@AppendOnly()
@Entity()
export class AuditVerification extends Node {
  @Column({ type: 'timestamptz', default: () => 'now()' }) at: Date;
  @Column({ type: 'boolean' }) ok: boolean;
  @Column({ type: 'jsonb' }) report: object;
}
