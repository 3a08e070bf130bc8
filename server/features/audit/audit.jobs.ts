import { defineJob } from '../../core/jobs/jobs.js';
import { sealAudit } from './audit-seal.service.js';
import { keepReport, verifyAudit } from './audit-verify.service.js';

/** Seals what was written since the last time: each minute, and when much was. The head is logged too: one place more outside. */
export const sealAuditJob = defineJob<object>({
  name: 'sealAudit',
  cron: '* * * * *',
  async work(_payload, { system, logger }) {
    const head = await sealAudit(system());
    if (head) logger.info({ seal: head.number, hash: head.hash }, 'the audit trail was sealed');
  },
});

/** Each night, so that somebody is told before they ask. */
export const verifyAuditJob = defineJob<object>({
  name: 'verifyAudit',
  cron: '17 3 * * *',
  async work(_payload, { system, logger }) {
    const report = await verifyAudit(system());
    await keepReport(system(), report);
    if (!report.ok) logger.error({ findings: report.findings }, 'the audit trail was tampered with');
  },
});
