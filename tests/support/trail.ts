import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { audit } from '../../server/core/audit.entity.js';
import { sealAudit } from '../../server/features/audit/audit-seal.service.js';
import { verifyAudit } from '../../server/features/audit/audit-verify.service.js';
import { customer } from './factories/customer.factory.js';
import type { TestServer } from './server.js';

/** The audit trail of a server, written to as mutations do, and sealed three entries at a time. */
export async function trailOf(server: TestServer) {
  const subject = await customer(server);
  const system = () => server.product.system();
  const heads = join(server.config.dataDir, 'audit', 'heads.jsonl');
  return {
    heads,
    verify: () => verifyAudit(system()),
    seal: () => sealAudit(system(), 3),
    /** Answers the entries' ids, the oldest first. */
    async write(count: number, db = server.database.manager): Promise<string[]> {
      for (let n = 0; n < count; n++) await audit(system().inside(db), 'customer.update', subject, { name: [null, `n${n}`] });
      const rows: { id: string }[] = await db.query(`select id from audit_entry order by id desc limit ${count}`);
      return rows.map(({ id }) => id).reverse();
    },
    async clear(): Promise<void> {
      await server.asSuperuser('truncate audit_entry, audit_unsealed, audit_seal, audit_verification');
      rmSync(heads, { force: true });
    },
  };
}
