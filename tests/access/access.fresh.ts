import { InvoiceStatus } from '../../server/features/invoice/invoice.entity.js';
import { MissionStatus } from '../../server/features/mission/mission.entity.js';
import { ProjectStatus } from '../../server/features/project/project.entity.js';
import { activity } from '../support/factories/activity.factory.js';
import { document } from '../support/factories/document.factory.js';
import { invoice } from '../support/factories/invoice.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { milestones, project } from '../support/factories/project.factory.js';
import type { TestServer } from '../support/server.js';
import { notice, type Org } from './organisation.world.js';

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
  project: async (_server: TestServer, org: Org) => org.project,
  mission: async (_server: TestServer, org: Org) => org.mission,
  /** A customer with something to pay. */
  debtor: async (server: TestServer, { customer }: Org) => (await invoice(server, customer)).customerId,
  draft: async (server: TestServer, { customer }: Org) => (await invoice(server, customer, { status: InvoiceStatus.DRAFT })).id,
  activity: async (server: TestServer, { customer }: Org) =>
    (await activity(server, customer, { audience: 'EVERYONE' } as never)).id,
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
  /** The viewer's own, for their own organisation. */
  notice: (server: TestServer, { client, colleague }: Org, viewer: string) => notice(server, colleague ? viewer : client),
} satisfies Record<string, (server: TestServer, org: Org, viewer: string) => Promise<string>>;
