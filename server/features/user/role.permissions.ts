import { Reach } from './role.entity.js';

/** Reading and writing of one's own matters, which everybody signed in has. */
const everybody = [
  'viewer.read',
  'session.end',
  'account.update',
  'secondFactor.change',
  'notification.read',
  'savedView.keep',
  'activity.read',
  'document.read',
  'document.upload',
  'document.delete',
];

const client = [
  ...everybody,
  'document.share',
  'customer.read',
  'project.read',
  'project.budget',
  'project.comment',
  'mission.read',
  'vehicle.read',
  'workOrder.read',
  'customer.readings',
  'invoice.read',
  'payment.read',
  'payment.create',
  'order.read',
  'consent.read',
  'consent.change',
  'dataSubjectRequest.read',
  'dataSubjectRequest.create',
];

const prestataire = [
  ...everybody,
  'customer.read',
  'project.read',
  'project.comment',
  'mission.read',
  'mission.fee',
  'mission.changeStatus',
  'mission.advance',
  'mission.apply',
];

const revendeur = [
  ...everybody,
  'document.share',
  'customer.read',
  'customer.create',
  'customer.update',
  'customer.tags',
  'activity.add',
  'invoice.read',
  'payment.read',
  'order.read',
  'project.read',
  'vehicle.read',
  'workOrder.read',
  'customField.read',
  'opportunity.read',
  'opportunity.create',
  'opportunity.update',
  'opportunity.delete',
];

const staff = [
  ...new Set([...client, ...revendeur]),
  'customer.internal',
  'customField.fill',
  'customer.email',
  'customer.iban',
  'customer.follow',
  'customer.history',
  'customer.presence',
  'customer.export',
  'customer.risk',
  'project.create',
  'project.update',
  'mission.fee',
  'mission.changeStatus',
  'mission.create',
  'mission.update',
  'mission.assign',
  'vehicle.create',
  'vehicle.update',
  'vehicle.delete',
  'workOrder.create',
  'workOrder.update',
  'invoice.create',
  'invoice.update',
  'invoice.delete',
  'invoice.issue',
  'consent.record',
  'analytics.read',
  'orderLink.read',
  'orderLink.review',
  'segment.read',
  'segment.follow',
  'customerDuplicate.read',
  'user.read',
  'membership.read',
];

const manager = [
  ...staff,
  'customer.exportMany',
  'consent.export',
  'savedView.share',
  'analytics.fit',
  'segment.manage',
  'project.reopen',
  'customer.changeStatus',
  'customer.duplicate',
  'customer.merge',
  'customer.import',
  'order.import',
  'orderLink.run',
  'import.read',
  'dataSubjectRequest.handle',
  'legalHold.manage',
  'register.read',
  'register.edit',
  'breach.manage',
];
const admin = [
  ...manager,
  'health.update',
  'customer.delete',
  'customer.erase',
  'role.read',
  'system.read',
  'audit.read',
  'retention.read',
  'audit.export',
  'export.manage',
  'mail.read',
  'user.create',
  'user.invite',
  'membership.change',
  'user.update',
  'user.suspend',
  'user.delete',
  'role.assign',
  'role.create',
  'role.update',
  'role.delete',
];

/** A mail with a way in and the settings are for those who may do everything anyway. */
const superadmin = [
  ...admin,
  'mail.secret',
  'archive.read',
  'setting.update',
  'customField.update',
  'emailTemplate.update',
  'user.viewAs',
  'access.explain',
  'session.endAll',
  'consent.configure',
  'retention.manage',
];

interface BuiltInRole {
  key: string;
  name: string;
  reach: Reach;
  rank: number;
  permissions: readonly string[];
}

/** The seven roles the product comes with. They are rows from then on: superadmins change them. */
export const builtInRoles: readonly BuiltInRole[] = [
  { key: 'client', name: 'Client', reach: Reach.CLIENT, rank: 10, permissions: [...client, 'order.claim'] },
  { key: 'prestataire', name: 'Prestataire', reach: Reach.PRESTATAIRE, rank: 20, permissions: prestataire },
  { key: 'revendeur', name: 'Revendeur', reach: Reach.REVENDEUR, rank: 30, permissions: revendeur },
  { key: 'staff', name: 'Équipe', reach: Reach.STAFF, rank: 40, permissions: staff },
  { key: 'manager', name: 'Responsable', reach: Reach.STAFF, rank: 50, permissions: manager },
  { key: 'admin', name: 'Administrateur', reach: Reach.STAFF, rank: 60, permissions: admin },
  { key: 'superadmin', name: 'Superadministrateur', reach: Reach.STAFF, rank: 70, permissions: superadmin },
];
