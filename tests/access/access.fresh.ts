import { InvoiceStatus } from '../../server/features/invoice/invoice.entity.js';
import { MissionStatus } from '../../server/features/mission/mission.entity.js';
import { ProjectStatus } from '../../server/features/project/project.entity.js';
import { person } from '../support/as.js';
import { activity } from '../support/factories/activity.factory.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { document, nextVersion } from '../support/factories/document.factory.js';
import { exportRun } from '../support/factories/export.factory.js';
import { invitationOf } from '../support/factories/invitation.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { order } from '../support/factories/order.factory.js';
import { milestones, project } from '../support/factories/project.factory.js';
import { savedView } from '../support/factories/saved-view.factory.js';
import { segment } from '../support/factories/segment.factory.js';
import { shareOf } from '../support/factories/share.factory.js';
import type { TestServer } from '../support/server.js';
import { fieldOf } from './custom-field.world.js';
import { archiveOf, dataRequestOf, holdOf, restrictionOf } from './data-request.world.js';
import { duplicateOf, mergeOf } from './merge.world.js';
import { idOf, keyOf, notice, type Org, openSession, spared } from './organisation.world.js';
import { activityOf, breachOf, processorOf } from './register.world.js';
import { workOrderOf } from './vehicle.world.js';

const givenTo =
  (status: MissionStatus) =>
  async (server: TestServer, { customer, prestataire, project: projectId }: Org) =>
    (await mission(server, customer, { status, prestataireId: prestataire, projectId })).id;
const inStatus =
  (status: ProjectStatus) =>
  async (server: TestServer, { customer, prestataire }: Org) => {
    const { id } = await project(server, customer, { status });
    await mission(server, customer, { prestataireId: prestataire, projectId: id });
    return id;
  };
const milestone =
  (done: boolean) =>
  async (server: TestServer, { customer }: Org) =>
    (await milestones(server, (await project(server, customer)).id, ['Pose'], done ? ['Pose'] : []))[0].id;
const file = (
  server: TestServer,
  { customer, mission: missionId, project: projectId }: Org,
  uploadedById: string,
  visibility: string,
) => document(server, { customerId: customer, missionId, projectId, uploadedById, visibility } as never).then(({ id }) => id);

/** What a mutation is tried on: made for it, in the organisation, and by or for the viewer where that matters. Answers its id. */
export const fresh = {
  /** For what is made anew, without an object. */
  nothing: async () => '',
  customer: async (_server: TestServer, { customer }: Org) => customer,
  /** One that nothing hangs on. */
  spareCustomer: async (server: TestServer) => (await customer(server, { name: 'À supprimer' })).id,
  contact: (server: TestServer, { customer }: Org) =>
    idOf(server, `insert into contact (customer_id, name) values ($1, 'Léa') returning id`, [customer]),
  contactPurpose: (server: TestServer) => idOf(server, `select id from contact_purpose where code = 'MARKETING'`),
  retentionRule: (server: TestServer) => idOf(server, `select id from retention_rule where category = 'EXPORTS'`),
  emailTemplate: (server: TestServer) =>
    idOf(
      server,
      `insert into email_template (name, locale, purpose, subject, body) values (uuidv4()::text, 'fr', 'SERVICE', 'x', 'x') returning id`,
    ),
  customField: (server: TestServer) => fieldOf(server),
  address: (server: TestServer, { customer }: Org) =>
    idOf(
      server,
      `insert into address (customer_id, kind, street, postal_code, city) values ($1, 'SITE', '1 quai', '29200', 'Brest') returning id`,
      [customer],
    ),
  vehicle: (server: TestServer, { customer }: Org) =>
    idOf(server, `insert into vehicle (customer_id, plate, brand) values ($1, left(uuidv4()::text, 8), 'DAF') returning id`, [
      customer,
    ]),
  workOrder: (server: TestServer, { customer }: Org) => workOrderOf(server, customer),
  dataRequest: (server: TestServer, { customer, client }: Org) => dataRequestOf(server, customer, client),
  processingActivity: (server: TestServer) => activityOf(server),
  processor: (server: TestServer) => processorOf(server),
  dataBreach: (server: TestServer) => breachOf(server),
  readyBreach: (server: TestServer) => breachOf(server, 'HIGH', 'ready'),
  hold: async (server: TestServer) => holdOf(server, (await customer(server)).id, false),
  // Nothing of it changes when it is read.
  archivedInvoice: async (_: TestServer, { archivedInvoice }: Org) => archivedInvoice,
  dataArchive: async (server: TestServer, { customer, client }: Org) =>
    archiveOf(server, await dataRequestOf(server, customer, client, true), false),
  restriction: async (server: TestServer, { client }: Org) => restrictionOf(server, (await customer(server)).id, client),
  sureRequest: (server: TestServer, { customer, client }: Org) => dataRequestOf(server, customer, client, true),
  project: async (_server: TestServer, org: Org) => org.project,
  mission: async (_server: TestServer, org: Org) => org.mission,
  /** A customer with something to pay. */
  debtor: async (server: TestServer, { customer }: Org) => (await invoice(server, customer)).customerId,
  draft: async (server: TestServer, { customer }: Org) => (await invoice(server, customer, { status: InvoiceStatus.DRAFT })).id,
  activity: async (server: TestServer, { customer }: Org) =>
    (await activity(server, customer, { audience: 'EVERYONE' } as never)).id,
  /** Written by the viewer, in whichever organisation. */
  ownNote: async (server: TestServer, { customer: id }: Org, viewer: string) =>
    (await activity(server, id, { audience: 'EVERYONE', authorId: viewer } as never)).id,
  plannedProject: inStatus(ProjectStatus.PLANNED),
  doneProject: inStatus(ProjectStatus.DONE),
  milestone: milestone(false),
  doneMilestone: milestone(true),
  draftMission: async (server: TestServer, { customer }: Org) =>
    (await mission(server, customer, { status: MissionStatus.DRAFT })).id,
  openMission: async (server: TestServer, { customer }: Org) => (await mission(server, customer)).id,
  assignedMission: givenTo(MissionStatus.ASSIGNED),
  deliveredMission: givenTo(MissionStatus.DELIVERED),
  application: async (server: TestServer, { customer, prestataire }: Org) => {
    const { id } = await mission(server, customer);
    const statement = 'insert into mission_application (mission_id, prestataire_id) values ($1, $2) returning id';
    return (await server.database.query(statement, [id, prestataire]))[0].id as string;
  },
  opportunity: async (server: TestServer, { customer, revendeur }: Org) =>
    (await opportunity(server, revendeur, { customerId: customer })).id,
  houseOpportunity: async (server: TestServer, { customer, lead }: Org) =>
    (await opportunity(server, lead, { customerId: customer })).id,
  /** Everybody around the mission may read it. */
  sharedFile: (server: TestServer, org: Org) => file(server, org, org.lead, 'EVERYONE'),
  internalFile: (server: TestServer, org: Org) => file(server, org, org.lead, 'INTERNAL'),
  /** Uploaded by the viewer, in whichever organisation. */
  ownFile: (server: TestServer, org: Org, viewer: string) => file(server, org, viewer, 'INTERNAL'),
  /** The first of two versions. */
  sharedVersion: async (server: TestServer, org: Org) => nextVersion(server, await file(server, org, org.lead, 'EVERYONE')),
  internalVersion: async (server: TestServer, org: Org) => nextVersion(server, await file(server, org, org.lead, 'INTERNAL')),
  ownVersion: async (server: TestServer, org: Org, viewer: string) =>
    nextVersion(server, await file(server, org, viewer, 'INTERNAL')),
  share: async (server: TestServer, org: Org) => shareOf(server, await file(server, org, org.lead, 'EVERYONE'), org.lead),
  ownShare: async (server: TestServer, org: Org, viewer: string) =>
    shareOf(server, await file(server, org, org.lead, 'CLIENT'), viewer),
  segment: (server: TestServer) => segment(server),
  deliveredSegment: (server: TestServer) => idOf(server, `select id from customer_segment where key = 'vip'`),
  orderLink: async (server: TestServer, { customer: of }: Org) =>
    idOf(
      server,
      `insert into order_link (order_id, customer_id, status, method, probability, evidence) values ($1, $2, 'PROPOSED', 'EVIDENCE', 0.9, '[]') returning id`,
      [(await order(server, { customerId: null })).id, of],
    ),
  customerDuplicate: (server: TestServer, { customer: of }: Org) => duplicateOf(server, of),
  refusedDuplicate: (server: TestServer, { customer: of }: Org) => duplicateOf(server, of, 'REFUSED'),
  customerMerge: (server: TestServer, { customer: of }: Org) => mergeOf(server, of),
  linkRun: (server: TestServer) =>
    idOf(
      server,
      `insert into order_link_run (status, origin, dry_run, force, bar) values ('DONE', 'COMMAND', false, false, 0.99) returning id`,
    ),
  account: async (server: TestServer) => (await person(server, 'client')).id,
  admin: async (server: TestServer) => (await person(server, 'admin')).id,
  superadmin: async (server: TestServer) => (await person(server, 'superadmin')).id,
  ownRole: (server: TestServer) =>
    idOf(server, `insert into role (key, name, reach, rank, permissions) values (uuidv4(), 'x', 'client', 5, '{}') returning id`),
  adminRole: (server: TestServer) => idOf(server, `select id from role where key = 'admin'`),
  membership: async (server: TestServer, { customer }: Org) => member(server, (await person(server, 'client')).id, customer),
  session: (server: TestServer, { client }: Org, viewer: string, isOwn: boolean) => openSession(server, isOwn ? viewer : client),
  view: async (server: TestServer, { client }: Org, viewer: string, isOwn: boolean) => {
    const of = 'select reach as id from role join user_role given on given.role_id = role.id where given.user_id = $1';
    return isOwn ? savedView(server, viewer, await idOf(server, of, [viewer])) : savedView(server, client, 'client');
  },
  teamView: (server: TestServer, { lead }: Org) => savedView(server, lead, 'staff', true),
  passkey: (server: TestServer, { client }: Org, viewer: string, isOwn: boolean) => keyOf(server, isOwn ? viewer : client),
  device: (server: TestServer, { client }: Org, viewer: string, isOwn: boolean) => spared(server, isOwn ? viewer : client),
  /** The viewer's own, or a client's. */
  export: (server: TestServer, { client }: Org, viewer: string, isOwn: boolean) => exportRun(server, isOwn ? viewer : client),
  invitation: async (server: TestServer, { customer, lead }: Org) => (await invitationOf(server, customer, lead)).invitation,
  /** The viewer's own, for their own organisation. */
  notice: (server: TestServer, { client }: Org, viewer: string, isOwn: boolean) => notice(server, isOwn ? viewer : client),
} satisfies Record<string, (server: TestServer, org: Org, viewer: string, isOwn: boolean) => Promise<string>>;
