import { AuditEntry } from './core/audit.entity.js';
import { accountFeature } from './features/account/account.feature.js';
import { activityFeature } from './features/activity/activity.feature.js';
import { CustomerAnalyticsResolver } from './features/analytics/customer-analytics.resolver.js';
import { auditFeature } from './features/audit/audit.feature.js';
import { consentFeature } from './features/consent/consent.feature.js';
import { customFieldFeature } from './features/custom-field/custom-field.feature.js';
import { customerFeature } from './features/customer/customer.feature.js';
import { customerDeletionFeature } from './features/customer-deletion/customer-deletion.feature.js';
import { CustomerImportResolver } from './features/customer-import/customer-import.resolver.js';
import { customerMergeFeature } from './features/customer-merge/customer-merge.feature.js';
import {
  ClientDashboardResolver,
  DashboardResolver,
  PrestataireDashboardResolver,
  RevendeurDashboardResolver,
  SuperadminDashboardResolver,
} from './features/dashboard/dashboard.resolver.js';
import { dataArchiveFeature } from './features/data-archive/data-archive.feature.js';
import { dataBreachFeature } from './features/data-breach/data-breach.feature.js';
import { dataSubjectRequestFeature } from './features/data-subject-request/data-subject-request.feature.js';
import { documentFeature } from './features/document/document.feature.js';
import { emailFeature } from './features/email/email.feature.js';
import { erasureFeature } from './features/erasure/erasure.feature.js';
import { ExplainResolver } from './features/explain/explain.resolver.js';
import { exportFeature } from './features/export/export.feature.js';
import { GeographyResolver } from './features/geography/geography.resolver.js';
import { healthFeature } from './features/health/health.feature.js';
import { importFeature } from './features/import/import.feature.js';
import { invitationFeature } from './features/invitation/invitation.feature.js';
import { invoiceFeature } from './features/invoice/invoice.feature.js';
import { legalHoldFeature } from './features/legal-hold/legal-hold.feature.js';
import { lifetimeFeature } from './features/lifetime/lifetime.feature.js';
import { CustomerPresenceResolver } from './features/live/customer-presence.resolver.js';
import { LiveResolver } from './features/live/live.resolver.js';
import { MissionChangedResolver } from './features/live/mission-changed.resolver.js';
import { mailFeature } from './features/mail/mail.feature.js';
import { matchingFeature } from './features/matching/matching.feature.js';
import { Membership } from './features/membership/membership.entity.js';
import { CustomerMissionsResolver } from './features/mission/customer-missions.resolver.js';
import { Mission } from './features/mission/mission.entity.js';
import { missionApplicationPolicy, missionPolicy, missionStepPolicy } from './features/mission/mission.policy.js';
import { MissionResolver } from './features/mission/mission.resolver.js';
import { MissionApplication } from './features/mission/mission-application.entity.js';
import { MissionApplicationResolver } from './features/mission/mission-application.resolver.js';
import { MissionStep } from './features/mission/mission-step.entity.js';
import { MissionStepResolver } from './features/mission/mission-step.resolver.js';
import { ProjectMissionsResolver } from './features/mission/project-missions.resolver.js';
import { NodeResolver } from './features/node/node.resolver.js';
import { notificationFeature } from './features/notification/notification.feature.js';
import { CustomerOpportunitiesResolver } from './features/opportunity/customer-opportunities.resolver.js';
import { Opportunity } from './features/opportunity/opportunity.entity.js';
import {
  opportunityChangePolicy,
  opportunityNotePolicy,
  opportunityPolicy,
  pipelineStagePolicy,
} from './features/opportunity/opportunity.policy.js';
import {
  OpportunityChangeResolver,
  OpportunityNoteResolver,
  OpportunityResolver,
} from './features/opportunity/opportunity.resolver.js';
import { OpportunityChange } from './features/opportunity/opportunity-change.entity.js';
import { OpportunityNote } from './features/opportunity/opportunity-note.entity.js';
import { PipelineResolver } from './features/opportunity/pipeline.resolver.js';
import { PipelineStage } from './features/opportunity/pipeline-stage.entity.js';
import { CustomerOrdersResolver } from './features/order/customer-orders.resolver.js';
import { Order } from './features/order/order.entity.js';
import { orderLinePolicy, orderPolicy } from './features/order/order.policy.js';
import { OrderResolver } from './features/order/order.resolver.js';
import { OrderImportResolver } from './features/order/order-import.resolver.js';
import { OrderLine } from './features/order/order-line.entity.js';
import { orderLinkFeature } from './features/order-link/order-link.feature.js';
import { portalAccessFeature } from './features/portal-access/portal-access.feature.js';
import { portfolioFeature } from './features/portfolio/portfolio.feature.js';
import { preferenceFeature } from './features/preference/preference.feature.js';
import { CustomerProjectsResolver } from './features/project/customer-projects.resolver.js';
import { Milestone } from './features/project/milestone.entity.js';
import { MilestoneResolver } from './features/project/milestone.resolver.js';
import { Project } from './features/project/project.entity.js';
import { milestonePolicy, projectCommentPolicy, projectPolicy } from './features/project/project.policy.js';
import { ProjectResolver } from './features/project/project.resolver.js';
import { ProjectComment } from './features/project/project-comment.entity.js';
import { ProjectCommentResolver } from './features/project/project-comment.resolver.js';
import { registerFeature } from './features/register/register.feature.js';
import { retentionFeature } from './features/retention/retention.feature.js';
import { savedViewFeature } from './features/saved-view/saved-view.feature.js';
import { secondFactorFeature } from './features/second-factor/second-factor.feature.js';
import { segmentFeature } from './features/segment/segment.feature.js';
import { Session } from './features/session/session.entity.js';
import { sessionPolicy } from './features/session/session.policy.js';
import { SessionResolver, ViewerResolver } from './features/session/session.resolver.js';
import { OpenSessionResolver, UserSessionsResolver } from './features/session/user-sessions.resolver.js';
import { Setting } from './features/setting/setting.entity.js';
import { SettingResolver } from './features/setting/setting.resolver.js';
import { SignInResolver } from './features/sign-in/sign-in.resolver.js';
import { SignInChallenge } from './features/sign-in/sign-in-challenge.entity.js';
import { Suppression } from './features/suppression/suppression.entity.js';
import { SystemResolver } from './features/system/system.resolver.js';
import { UserTracesResolver } from './features/trace/user-traces.resolver.js';
import { Role } from './features/user/role.entity.js';
import { RoleResolver } from './features/user/role.resolver.js';
import { User } from './features/user/user.entity.js';
import { rolePolicy, userPolicy } from './features/user/user.policy.js';
import { UserResolver } from './features/user/user.resolver.js';
import { UserRole } from './features/user/user-role.entity.js';
import { vehicleFeature } from './features/vehicle/vehicle.feature.js';
import { Viewing } from './features/view-as/viewing.entity.js';
import { ViewingResolver } from './features/view-as/viewing.resolver.js';

/** The features in order: each knows those above it, none below. */
const features = [
  { name: 'core', entities: [AuditEntry], policies: [], resolvers: [] },
  { name: 'membership', entities: [Membership], policies: [], resolvers: [] },
  { name: 'user', entities: [User, Role, UserRole], policies: [userPolicy, rolePolicy], resolvers: [UserResolver, RoleResolver] },
  {
    name: 'session',
    entities: [Session],
    policies: [sessionPolicy],
    resolvers: [ViewerResolver, SessionResolver, UserSessionsResolver, OpenSessionResolver],
  },
  secondFactorFeature,
  savedViewFeature,
  { name: 'view-as', entities: [Viewing], policies: [], resolvers: [ViewingResolver] },
  { name: 'geography', entities: [], policies: [], resolvers: [GeographyResolver] },
  matchingFeature,
  customFieldFeature,
  { name: 'figures', entities: [], policies: [], resolvers: [] },
  customerFeature,
  activityFeature,
  notificationFeature,
  consentFeature,
  mailFeature,
  { name: 'setting', entities: [Setting], policies: [], resolvers: [SettingResolver] },
  { name: 'sign-in', entities: [SignInChallenge], policies: [], resolvers: [SignInResolver] },
  accountFeature,
  invitationFeature,
  portalAccessFeature,
  preferenceFeature,
  {
    name: 'project',
    entities: [Project, Milestone, ProjectComment],
    policies: [projectPolicy, milestonePolicy, projectCommentPolicy],
    resolvers: [ProjectResolver, MilestoneResolver, ProjectCommentResolver, CustomerProjectsResolver],
  },
  {
    name: 'mission',
    entities: [Mission, MissionApplication, MissionStep],
    policies: [missionPolicy, missionApplicationPolicy, missionStepPolicy],
    resolvers: [
      MissionResolver,
      MissionApplicationResolver,
      MissionStepResolver,
      CustomerMissionsResolver,
      ProjectMissionsResolver,
    ],
  },
  vehicleFeature,
  documentFeature,
  { name: 'suppression', entities: [Suppression], policies: [], resolvers: [] },
  importFeature,
  { name: 'customer-import', entities: [], policies: [], resolvers: [CustomerImportResolver] },
  emailFeature,
  {
    name: 'order',
    entities: [Order, OrderLine],
    policies: [orderPolicy, orderLinePolicy],
    resolvers: [OrderResolver, CustomerOrdersResolver, OrderImportResolver],
  },
  orderLinkFeature,
  invoiceFeature,
  {
    name: 'opportunity',
    entities: [Opportunity, OpportunityChange, OpportunityNote, PipelineStage],
    policies: [opportunityPolicy, opportunityChangePolicy, opportunityNotePolicy, pipelineStagePolicy],
    resolvers: [
      OpportunityResolver,
      OpportunityChangeResolver,
      OpportunityNoteResolver,
      PipelineResolver,
      CustomerOpportunitiesResolver,
    ],
  },
  legalHoldFeature,
  customerDeletionFeature,
  customerMergeFeature,
  { name: 'analytics', entities: [], policies: [], resolvers: [CustomerAnalyticsResolver] },
  lifetimeFeature,
  healthFeature,
  portfolioFeature,
  segmentFeature,
  {
    name: 'dashboard',
    entities: [],
    policies: [],
    resolvers: [
      DashboardResolver,
      ClientDashboardResolver,
      PrestataireDashboardResolver,
      RevendeurDashboardResolver,
      SuperadminDashboardResolver,
    ],
  },
  { name: 'live', entities: [], policies: [], resolvers: [LiveResolver, MissionChangedResolver, CustomerPresenceResolver] },
  auditFeature,
  registerFeature,
  dataBreachFeature,
  dataSubjectRequestFeature,
  exportFeature,
  erasureFeature,
  retentionFeature,
  dataArchiveFeature,
  { name: 'system', entities: [], policies: [], resolvers: [SystemResolver] },
  { name: 'trace', entities: [], policies: [], resolvers: [UserTracesResolver] },
  { name: 'explain', entities: [], policies: [], resolvers: [ExplainResolver] },
  { name: 'node', entities: [], policies: [], resolvers: [NodeResolver] },
];

export const featureNames = features.map<string>(({ name }) => name);
export const entities = features.flatMap<Function>((feature) => feature.entities);
export const resolvers = features.flatMap<Function>((feature) => feature.resolvers);
