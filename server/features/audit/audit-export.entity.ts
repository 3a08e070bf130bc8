import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { AppendOnly } from '../../core/table.js';

/** Somebody took entries of the audit trail with them: which, as they were when they asked. */
@AppendOnly()
@Entity()
export class AuditExport extends Node {
  @Column({ type: 'uuid' }) createdById: string;
  @Column({ type: 'jsonb' }) filter: object;
  @Column({ type: 'timestamptz', default: () => 'now()' }) createdAt: Date;
}
