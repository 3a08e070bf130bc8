import { auditEntryPolicy } from './audit.policy.js';
import { AuditChangeResolver, AuditResolver } from './audit.resolver.js';
import './audit.scope.js';
import { AuditExport } from './audit-export.entity.js';
import { AuditSeal } from './audit-seal.entity.js';
import { AuditVerification } from './audit-verification.entity.js';
import { CustomerHistoryResolver, ReadingResolver } from './customer-history.resolver.js';

/** Its place is in the one list of features. */
export const auditFeature = {
  name: 'audit',
  entities: [AuditSeal, AuditVerification, AuditExport],
  policies: [auditEntryPolicy],
  resolvers: [AuditChangeResolver, AuditResolver, CustomerHistoryResolver, ReadingResolver],
};
