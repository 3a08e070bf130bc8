import { Column, Entity, PrimaryColumn } from 'typeorm';
import { AppendOnly } from '../../core/table.js';

/** A batch of audit entries sealed, and tied to the seal before. */
@AppendOnly()
@Entity()
export class AuditSeal {
  @PrimaryColumn({ type: 'bigint' }) number: string;
  @Column({ type: 'timestamptz' }) at: Date;
  @Column({ type: 'integer' }) entries: number;
  @Column({ type: 'bytea' }) previousHash: Buffer;
  /** For each entry 16 bytes of its id and 32 of its hash. */
  @Column({ type: 'bytea' }) leaves: Buffer;
  @Column({ type: 'bytea' }) hash: Buffer;
}
