import { AuditEntry } from '../../server/core/audit.entity.js';
import type { Entity } from '../../server/core/table.js';
import { Activity } from '../../server/features/activity/activity.entity.js';
import { Consent } from '../../server/features/consent/consent.entity.js';
import { ConsentEvent } from '../../server/features/consent/consent-event.entity.js';
import { ConsentText } from '../../server/features/consent/consent-text.entity.js';
import { ContactPurpose } from '../../server/features/consent/contact-purpose.entity.js';
import { ContactRefusal } from '../../server/features/consent/contact-refusal.entity.js';
import { CustomField } from '../../server/features/custom-field/custom-field.entity.js';
import { CustomFieldChoice } from '../../server/features/custom-field/custom-field-choice.entity.js';
import { Address } from '../../server/features/customer/address.entity.js';
import { Contact } from '../../server/features/customer/contact.entity.js';
import { CustomFieldValue } from '../../server/features/customer/custom-field-value.entity.js';
import { Customer } from '../../server/features/customer/customer.entity.js';
import { CustomerDuplicate } from '../../server/features/customer-merge/customer-duplicate.entity.js';
import { CustomerMerge } from '../../server/features/customer-merge/customer-merge.entity.js';
import { DataArchive } from '../../server/features/data-archive/data-archive.entity.js';
import { DataBreach } from '../../server/features/data-breach/data-breach.entity.js';
import { DataBreachEntry } from '../../server/features/data-breach/data-breach-entry.entity.js';
import { DataSubjectRequest } from '../../server/features/data-subject-request/data-subject-request.entity.js';
import { Document } from '../../server/features/document/document.entity.js';
import { DocumentShare } from '../../server/features/document/document-share.entity.js';
import { DocumentVersion } from '../../server/features/document/document-version.entity.js';
import { EmailTemplate } from '../../server/features/email/email-template.entity.js';
import { ArchivedInvoice } from '../../server/features/erasure/archived-invoice.entity.js';
import { ExportRun } from '../../server/features/export/export-run.entity.js';
import { ImportRefusal } from '../../server/features/import/import-refusal.entity.js';
import { ImportRun } from '../../server/features/import/import-run.entity.js';
import { Invitation } from '../../server/features/invitation/invitation.entity.js';
import { InvitationCustomer } from '../../server/features/invitation/invitation-customer.entity.js';
import { Invoice } from '../../server/features/invoice/invoice.entity.js';
import { InvoiceLine } from '../../server/features/invoice/invoice-line.entity.js';
import { Payment } from '../../server/features/invoice/payment.entity.js';
import { PaymentAllocation } from '../../server/features/invoice/payment-allocation.entity.js';
import { LegalHold } from '../../server/features/legal-hold/legal-hold.entity.js';
import { Mail } from '../../server/features/mail/mail.entity.js';
import { MailAttachment } from '../../server/features/mail/mail-attachment.entity.js';
import { Membership } from '../../server/features/membership/membership.entity.js';
import { Mission } from '../../server/features/mission/mission.entity.js';
import { MissionApplication } from '../../server/features/mission/mission-application.entity.js';
import { MissionStep } from '../../server/features/mission/mission-step.entity.js';
import { Notification } from '../../server/features/notification/notification.entity.js';
import { Opportunity } from '../../server/features/opportunity/opportunity.entity.js';
import { OpportunityChange } from '../../server/features/opportunity/opportunity-change.entity.js';
import { OpportunityNote } from '../../server/features/opportunity/opportunity-note.entity.js';
import { PipelineStage } from '../../server/features/opportunity/pipeline-stage.entity.js';
import { Order } from '../../server/features/order/order.entity.js';
import { OrderLine } from '../../server/features/order/order-line.entity.js';
import { OrderLink } from '../../server/features/order-link/order-link.entity.js';
import { OrderLinkRun } from '../../server/features/order-link/order-link-run.entity.js';
import { Milestone } from '../../server/features/project/milestone.entity.js';
import { Project } from '../../server/features/project/project.entity.js';
import { ProjectComment } from '../../server/features/project/project-comment.entity.js';
import { ProcessingActivity } from '../../server/features/register/processing-activity.entity.js';
import { Processor } from '../../server/features/register/processor.entity.js';
import { RetentionRule } from '../../server/features/retention/retention-rule.entity.js';
import { RetentionRun } from '../../server/features/retention/retention-run.entity.js';
import { SavedView } from '../../server/features/saved-view/saved-view.entity.js';
import { Device } from '../../server/features/second-factor/device.entity.js';
import { Passkey } from '../../server/features/second-factor/passkey.entity.js';
import { CustomerSegment } from '../../server/features/segment/segment.entity.js';
import { SegmentChange } from '../../server/features/segment/segment-change.entity.js';
import { SegmentMember } from '../../server/features/segment/segment-member.entity.js';
import { Session } from '../../server/features/session/session.entity.js';
import { Role as RoleRow } from '../../server/features/user/role.entity.js';
import { User } from '../../server/features/user/user.entity.js';
import { Vehicle } from '../../server/features/vehicle/vehicle.entity.js';
import { WorkOrder } from '../../server/features/vehicle/work-order.entity.js';
import { rolesIn } from './access.row.js';
import { type Role, roles } from './access.world.js';

export interface Seen {
  entity: Entity;
  /** All there are, as A.name and B.name; what belongs to neither is named as A's. */
  all: readonly string[];
  by: Record<Role, ReadonlySet<string>>;
}

/** `issued` is A's, `B.issued` the other's; `all` is everything. Whoever is not named sees nothing. */
function see(entity: Entity, names: string, who: Record<string, string>): Seen {
  const all = names.split(' ').flatMap((name) => (name.includes('.') ? [name] : [`A.${name}`, `B.${name}`]));
  const spelled = (cell: string) =>
    cell === 'all' ? all : cell.split(' ').flatMap((name) => (name === '' ? [] : [name.includes('.') ? name : `A.${name}`]));
  const by = Object.fromEntries(roles.map((role) => [role, new Set<string>()])) as Record<Role, Set<string>>;
  for (const [named, cell] of Object.entries(who)) for (const role of rolesIn(named)) by[role] = new Set(spelled(cell));
  return { entity, all, by };
}

const whoDeals = { members: 'customer', prestataire: 'customer', revendeur: 'customer', team: 'all' };
const inPlace = (name: string) =>
  Object.fromEntries(Object.entries(whoDeals).map(([who, cell]) => [who, cell.replace('customer', name)]));
const personal = (what: string) => Object.fromEntries(roles.map((role) => [role, `${role}${what}`]));
/** Of everybody in A, and of a client in B. */
const everybodys = (what: string) => `B.client${what} ${roles.map((role) => `A.${role}${what}`).join(' ')}`;

/**
 * Who sees which rows, by whatever path they come; whatever their permissions. A permission opens a field, it never widens this.
 * Of those who work for us one knows the names of whom one has to do with.
 */
export const seen = {
  customer: see(Customer, 'customer', whoDeals),
  address: see(Address, 'address', inPlace('address')),
  contact: see(Contact, 'contact', inPlace('contact')),
  // What the house asks of customers, and what is noted there, is not for customers.
  customField: see(CustomField, 'A.customField', { revendeur: 'all', team: 'all' }),
  customFieldChoice: see(CustomFieldChoice, 'A.customFieldChoice', { revendeur: 'all', team: 'all' }),
  customFieldValue: see(CustomFieldValue, 'customFieldValue', { revendeur: 'customFieldValue', team: 'all' }),
  vehicle: see(Vehicle, 'vehicle', { members: 'vehicle', revendeur: 'vehicle', team: 'all' }),
  workOrder: see(WorkOrder, 'workOrder begunOrder', {
    members: 'workOrder begunOrder',
    revendeur: 'workOrder begunOrder',
    team: 'all',
  }),
  user: see(User, 'client A.colleague prestataire revendeur lead', {
    members: 'client colleague prestataire lead',
    prestataire: 'prestataire lead',
    revendeur: 'revendeur lead',
    team: 'all',
  }),
  role: see(RoleRow, 'A.role', { team: 'all' }),
  activity: see(Activity, 'teamNote sharedNote moneyNews fileNews projectNews missionNews openMissionNews', {
    client: 'sharedNote moneyNews fileNews projectNews missionNews openMissionNews',
    colleague: 'sharedNote projectNews missionNews openMissionNews',
    prestataire: 'projectNews missionNews',
    revendeur: 'teamNote sharedNote moneyNews fileNews projectNews missionNews openMissionNews',
    team: 'all',
  }),
  notification: see(Notification, everybodys('Notice'), personal('Notice')),
  savedView: see(SavedView, `${everybodys('View')} A.teamView`, {
    ...personal('View'),
    ...Object.fromEntries((['staff', 'manager', 'admin', 'superadmin'] as const).map((role) => [role, `${role}View teamView`])),
  }),
  session: see(Session, everybodys('Session'), personal('Session')),
  passkey: see(Passkey, everybodys('Passkey'), personal('Passkey')),
  device: see(Device, everybodys('Device'), personal('Device')),
  mail: see(Mail, 'mail secretMail', { admins: 'mail B.mail', superadmin: 'all' }),
  mailAttachment: see(MailAttachment, 'mailAttachment', { admins: 'all' }),
  emailTemplate: see(EmailTemplate, 'A.emailTemplate', { team: 'all' }),
  invitation: see(Invitation, 'invitation revokedInvitation', { admins: 'all' }),
  membership: see(Membership, 'membership colleagueMembership', { team: 'all' }),
  invitationCustomer: see(InvitationCustomer, 'invitationCustomer revokedInvitationCustomer', { admins: 'all' }),
  consent: see(Consent, 'consent', { members: 'consent', team: 'all' }),
  consentEvent: see(ConsentEvent, 'consentEvent', { members: 'consentEvent', team: 'all' }),
  consentText: see(ConsentText, 'A.text', { everyone: 'all' }),
  contactPurpose: see(ContactPurpose, 'A.contactPurpose', { everyone: 'all' }),
  contactRefusal: see(ContactRefusal, 'contactRefusal', { team: 'all' }),
  legalHold: see(LegalHold, 'legalHold', { team: 'all' }),
  archivedInvoice: see(ArchivedInvoice, 'archivedInvoice', { superadmin: 'all' }),
  retentionRule: see(RetentionRule, 'A.retentionRule', { admins: 'all' }),
  retentionRun: see(RetentionRun, 'A.retentionRun', { admins: 'all' }),
  // Whoever answers, and whoever asked once it is handed over.
  dataArchive: see(DataArchive, 'dataArchive waitingArchive', { client: 'dataArchive', managers: 'all' }),
  processingActivity: see(ProcessingActivity, 'A.processingActivity', { managers: 'all' }),
  processor: see(Processor, 'A.processor', { managers: 'all' }),
  dataBreach: see(DataBreach, 'A.dataBreach A.harmlessBreach A.closedBreach', { managers: 'all' }),
  dataBreachEntry: see(DataBreachEntry, 'A.dataBreachEntry', { managers: 'all' }),
  // Whoever asked, and our register.
  dataSubjectRequest: see(DataSubjectRequest, 'dataRequest restrictionRequest', {
    client: 'dataRequest restrictionRequest',
    team: 'all',
  }),
  project: see(Project, 'project draftProject', { ...inPlace('project'), team: 'all' }),
  milestone: see(Milestone, 'milestone draftMilestone', { ...inPlace('milestone'), team: 'all' }),
  comment: see(ProjectComment, 'comment teamComment', { ...inPlace('comment'), revendeur: 'comment teamComment', team: 'all' }),
  // A prestataire knows nothing of what another does on the same project.
  mission: see(Mission, 'mission openMission fellowMission draftMission', {
    members: 'mission openMission fellowMission',
    prestataire: 'mission openMission B.openMission',
    team: 'all',
  }),
  application: see(MissionApplication, 'application', { prestataire: 'application', team: 'all' }),
  step: see(MissionStep, 'step', { prestataire: 'step', team: 'all' }),
  // What a colleague sent for themselves is theirs, as what the reseller did.
  document: see(Document, 'internal forClient forPrestataire forEveryone onCustomer colleagueFile resellerFile', {
    client: 'forClient forEveryone onCustomer',
    colleague: 'colleagueFile',
    prestataire: 'forPrestataire forEveryone',
    revendeur: 'forClient forEveryone onCustomer resellerFile',
    team: 'all',
  }),
  file: see(
    DocumentVersion,
    'internalFile forClientFile forPrestataireFile forEveryoneFile onCustomerFile colleagueFileFile resellerFileFile',
    {
      client: 'forClientFile forEveryoneFile onCustomerFile',
      colleague: 'colleagueFileFile',
      prestataire: 'forPrestataireFile forEveryoneFile',
      revendeur: 'forClientFile forEveryoneFile onCustomerFile resellerFileFile',
      team: 'all',
    },
  ),
  // A link is for who made it, and for us.
  documentShare: see(DocumentShare, 'leadShare clientShare revokedShare resellerShare', {
    client: 'clientShare revokedShare',
    revendeur: 'resellerShare',
    team: 'all',
  }),
  // What a run found is for us until its buyer proved the address.
  order: see(Order, 'order foundOrder A.looseOrder', { client: 'order', revendeur: 'order', team: 'all' }),
  orderLine: see(OrderLine, 'orderLine', { client: 'orderLine', revendeur: 'orderLine', team: 'all' }),
  orderLink: see(OrderLink, 'orderLink proposedLink', { team: 'all' }),
  orderLinkRun: see(OrderLinkRun, 'A.linkRun', { team: 'all' }),
  // What it asks about is in its rule: of one about invoices, who has no business with them learns nothing.
  segment: see(CustomerSegment, 'segment', { team: 'all' }),
  segmentMember: see(SegmentMember, 'segmentMember', { team: 'all' }),
  segmentChange: see(SegmentChange, 'segmentChange', { team: 'all' }),
  customerDuplicate: see(CustomerDuplicate, 'A.customerDuplicate', { team: 'all' }),
  customerMerge: see(CustomerMerge, 'customerMerge', { team: 'all' }),
  importRun: see(ImportRun, 'A.run', { managers: 'all' }),
  refusal: see(ImportRefusal, 'A.refusal', { managers: 'all' }),
  // Everybody's own; who administers sees that others export.
  exportRun: see(ExportRun, everybodys('Export'), { ...personal('Export'), admins: 'all' }),
  // A draft is our own business until it is issued.
  invoice: see(Invoice, 'draft issued', { client: 'issued', revendeur: 'issued', team: 'all' }),
  invoiceLine: see(InvoiceLine, 'draftLine issuedLine', { client: 'issuedLine', revendeur: 'issuedLine', team: 'all' }),
  payment: see(Payment, 'payment', { client: 'payment', revendeur: 'payment', team: 'all' }),
  allocation: see(PaymentAllocation, 'allocation', { client: 'allocation', revendeur: 'allocation', team: 'all' }),
  opportunity: see(Opportunity, 'opportunity houseOpportunity', { revendeur: 'opportunity', team: 'all' }),
  change: see(OpportunityChange, 'opportunityChange houseOpportunityChange', { revendeur: 'opportunityChange', team: 'all' }),
  note: see(OpportunityNote, 'opportunityNote houseOpportunityNote', { revendeur: 'opportunityNote', team: 'all' }),
  // What was changed on customers is for all of ours; who looked and who was refused is not.
  auditEntry: see(AuditEntry, 'auditEntry readEntry', {
    staff: 'auditEntry B.auditEntry',
    manager: 'auditEntry B.auditEntry',
    admins: 'all',
  }),
  stage: see(PipelineStage, 'A.stage', { revendeur: 'all', team: 'all' }),
};

export type TypeName = keyof typeof seen;
