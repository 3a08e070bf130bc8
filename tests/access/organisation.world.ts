import { randomUUID } from 'node:crypto';
import { InvoiceStatus } from '../../server/features/invoice/invoice.entity.js';
import { MissionStatus } from '../../server/features/mission/mission.entity.js';
import { ProjectStatus } from '../../server/features/project/project.entity.js';
import { person } from '../support/as.js';
import { customer, member } from '../support/factories/customer.factory.js';
import { invitationOf } from '../support/factories/invitation.factory.js';
import { invoice, payment } from '../support/factories/invoice.factory.js';
import { mission } from '../support/factories/mission.factory.js';
import { opportunity } from '../support/factories/opportunity.factory.js';
import { order } from '../support/factories/order.factory.js';
import { milestones, project } from '../support/factories/project.factory.js';
import type { TestServer } from '../support/server.js';
import { fieldValueOf } from './custom-field.world.js';
import { archivedOf, archiveOf, dataRequestOf, holdOf, restrictionOf } from './data-request.world.js';
import { documentsOf } from './document.world.js';
import { mergeOf } from './merge.world.js';
import { newsOf } from './news.world.js';
import { segmentOf } from './segment.world.js';
import { vehiclesOf } from './vehicle.world.js';

/** What an organisation has, by name: ids, and a tag. Both organisations have the same. */
export type Org = Readonly<Record<string, string>>;

/** In every name that can be searched for. */
export const WORD = 'Kerguelen';
/** Stands in every document. */
export const SAID = 'zibeline';

export const idOf = async ({ database }: TestServer, statement: string, values: unknown[] = []): Promise<string> =>
  (await database.query(statement, values))[0].id;

/** The same of a table under row-level security. */
const walled = async ({ asSuperuser }: TestServer, statement: string, values: unknown[]): Promise<string> =>
  (await asSuperuser(statement, values))[0].id;

export const notice = (server: TestServer, userId: string): Promise<string> =>
  idOf(
    server,
    `insert into notification (user_id, kind, details) values ($1, 'CUSTOMER_ASSIGNED', '{"customer": "x"}') returning id`,
    [userId],
  );

/** A session on another device. */
export const openSession = (server: TestServer, userId: string): Promise<string> =>
  walled(
    server,
    `insert into session (user_id, refresh_hash, expires_at) values ($1, $2, now() + interval '1 day') returning id`,
    [userId, randomUUID()],
  );

export const keyOf = (server: TestServer, userId: string): Promise<string> =>
  idOf(
    server,
    `insert into passkey (user_id, name, credential_id, public_key, counter, backed_up) values ($1, 'x', $2, 'x', 0, true) returning id`,
    [userId, randomUUID()],
  );

/** A browser that is not asked for the second factor. */
export const spared = (server: TestServer, userId: string): Promise<string> =>
  walled(server, `insert into device (user_id, hash, remembered_until) values ($1, uuidv4(), 'infinity') returning id`, [userId]);

/** One organisation: its customer, whoever deals with it, and one of everything that hangs on it. */
export async function organisation(
  server: TestServer,
  letter: string,
  { client, prestataire, revendeur, colleague }: Record<string, string>,
  common: Org,
): Promise<Record<string, string>> {
  const lead = (await person(server, 'staff')).id;
  await server.database.query(`update "user" set phone = '+33298000000', last_login_at = now() where id = $1`, [lead]);
  const { id } = await customer(
    server,
    { name: `${WORD} ${letter}`, resellerId: revendeur, managerId: lead, tags: [`tag-${letter}`], internalNote: 'note' },
    { street: '1 quai du Port', postalCode: '29200', city: 'Brest' },
    `contact-${letter}@test.example`,
  );
  const child = (table: string, by = 'customer_id', of = id) => idOf(server, `select id from ${table} where ${by} = $1`, [of]);
  const people = { client, prestataire, revendeur, lead, colleague };
  const work = await workOf(server, id, people);
  const dataRequest = await dataRequestOf(server, id, client);
  return {
    customer: id,
    membership: await member(server, client, id),
    customerName: `${WORD} ${letter}`,
    tag: `tag-${letter}`,
    ...common,
    ...people,
    address: await child('address'),
    contact: await child('contact'),
    ...work,
    dataRequest,
    restrictionRequest: await restrictionOf(server, null, client),
    dataArchive: await archiveOf(server, dataRequest),
    waitingArchive: await archiveOf(server, dataRequest, false),
    legalHold: await holdOf(server, id),
    ...(await vehiclesOf(server, id)),
    customFieldValue: await fieldValueOf(server, id, common),
    ...(await moneyOf(server, id, lead)),
    ...(await salesOf(server, id, revendeur, lead)),
    ...(await segmentOf(server, id)),
    archivedInvoice: await archivedOf(server, id),
    ...(await documentsOf(server, { customerId: id, uploadedById: lead }, work, people)),
    ...(await newsOf(server, id, people, work)),
    ...(await wordsOf(server, id, lead)),
  };
}

async function workOf(server: TestServer, customerId: string, { prestataire, lead }: Record<string, string>) {
  const shown = await project(server, customerId, { name: `Projet ${WORD}`, managerId: lead, budgetCents: 1000 });
  const hidden = await project(server, customerId, { status: ProjectStatus.DRAFT, managerId: lead });
  const [milestone] = await milestones(server, shown.id, ['Pose'], ['Pose']);
  const [draftMilestone] = await milestones(server, hidden.id, ['Devis']);
  const comment = (audience: string) =>
    idOf(server, `insert into project_comment (project_id, author_id, body, audience) values ($1, $2, 'x', $3) returning id`, [
      shown.id,
      lead,
      audience,
    ]);
  const given = await mission(server, customerId, { prestataireId: prestataire, projectId: shown.id });
  const open = await mission(server, customerId, { projectId: shown.id });
  return {
    project: shown.id,
    draftProject: hidden.id,
    milestone: milestone.id,
    draftMilestone: draftMilestone.id,
    comment: await comment('EVERYONE'),
    teamComment: await comment('TEAM'),
    mission: given.id,
    openMission: open.id,
    /** Of somebody else who works on the same project. */
    fellowMission: (
      await mission(server, customerId, { prestataireId: (await person(server, 'prestataire')).id, projectId: shown.id })
    ).id,
    draftMission: (await mission(server, customerId, { status: MissionStatus.DRAFT, projectId: shown.id })).id,
    application: await idOf(server, 'insert into mission_application (mission_id, prestataire_id) values ($1, $2) returning id', [
      open.id,
      prestataire,
    ]),
    step: await idOf(
      server,
      `insert into mission_step (mission_id, from_status, to_status, author_id) values ($1, 'OPEN', 'ASSIGNED', $2) returning id`,
      [given.id, lead],
    ),
  };
}

async function moneyOf(server: TestServer, customerId: string, lead: string) {
  const [draft, issued] = [await invoice(server, customerId, { status: InvoiceStatus.DRAFT }), await invoice(server, customerId)];
  const paid = await payment(server, issued.id, lead, { amountCents: 100 });
  const bought = await order(server, { customerId });
  const found = await order(server, { customerId, totalCents: 0, disclosed: false });
  const lineOf = (table: string, by: string, id: string) => idOf(server, `select id from ${table} where ${by} = $1`, [id]);
  return {
    draft: draft.id,
    issued: issued.id,
    draftLine: await lineOf('invoice_line', 'invoice_id', draft.id),
    issuedLine: await lineOf('invoice_line', 'invoice_id', issued.id),
    payment: paid.id,
    allocation: await lineOf('payment_allocation', 'payment_id', paid.id),
    order: bought.id,
    foundOrder: found.id,
    orderLink: await idOf(
      server,
      `insert into order_link (order_id, customer_id, status, method, probability, evidence) values ($1, $2, 'LINKED', 'EMAIL', 0.99, '[]') returning id`,
      [found.id, customerId],
    ),
    proposedLink: await idOf(
      server,
      `insert into order_link (order_id, customer_id, status, method, probability, evidence) values ($1, $2, 'PROPOSED', 'EVIDENCE', 0.5, '[]') returning id`,
      [bought.id, customerId],
    ),
    orderLine: await lineOf('order_line', 'order_id', bought.id),
    customerMerge: await mergeOf(server, customerId),
  };
}

async function salesOf(server: TestServer, customerId: string, revendeur: string, lead: string) {
  const one = async (name: string, ownerId: string) => {
    const { id, stageId } = await opportunity(server, ownerId, { customerId, title: `Toiture ${WORD}` });
    return {
      [name]: id,
      [`${name}Change`]: await idOf(
        server,
        'insert into opportunity_change (opportunity_id, to_stage_id, to_amount_cents, author_id) values ($1, $2, 1, $3) returning id',
        [id, stageId, lead],
      ),
      [`${name}Note`]: await idOf(
        server,
        `insert into opportunity_note (opportunity_id, body, author_id) values ($1, 'x', $2) returning id`,
        [id, lead],
      ),
    };
  };
  return { ...(await one('opportunity', revendeur)), ...(await one('houseOpportunity', lead)) };
}

async function wordsOf(server: TestServer, customerId: string, lead: string) {
  const event = await idOf(
    server,
    `insert into consent_event (customer_id, purpose, channel, action, method, note, actor_id) values ($1, 'MARKETING', 'EMAIL', 'GRANTED', 'PHONE', 'x', $2) returning id`,
    [customerId, lead],
  );
  const mail = await mailOf(server, customerId, false);
  return {
    anyPurpose: 'ANALYTICS',
    contactRefusal: await idOf(
      server,
      `insert into contact_refusal (customer_id, purpose, channel, reason) values ($1, 'MARKETING', 'SMS', 'NEVER_ASKED') returning id`,
      [customerId],
    ),
    consentEvent: event,
    consent: await idOf(server, `select id from consent where customer_id = $1 and purpose = 'MARKETING' and channel = 'EMAIL'`, [
      customerId,
    ]),
    mail,
    mailAttachment: await idOf(server, attach, [mail]),
    secretMail: await mailOf(server, customerId, true),
    auditEntry: await entryOf(server, customerId, lead, 'CHANGED'),
    readEntry: await entryOf(server, customerId, lead, 'READ'),
    ...(await invitationOf(server, customerId, lead)),
    ...(await revokedInvitationOf(server, customerId, lead)),
  };
}

const attach = `insert into mail_attachment (mail_id, name, mime, size) values ($1, 'x', 'x', 1) returning id`;
const mailOf = (server: TestServer, customerId: string, secret: boolean) =>
  idOf(
    server,
    `insert into mail ("to", subject, text, html, customer_id, secret, purpose) values ($2, 'x', 'x', 'x', $1, $3, 'SERVICE') returning id`,
    [customerId, `${randomUUID()}@test.example`, secret],
  );

const entryOf = (server: TestServer, customerId: string, lead: string, outcome: string) =>
  idOf(
    server,
    `insert into audit_entry (actor_id, actor_role, outcome, action, subject_type, subject_id, about_id, session_id, ip, user_agent, request_id)
      values ($2, 'staff', $3, 'table.look', 'Table', $1, $1, $2, '127.0.0.1', 'x', 'x') returning id`,
    [customerId, lead, outcome],
  );

async function revokedInvitationOf(server: TestServer, customerId: string, lead: string) {
  const made = await invitationOf(server, customerId, lead, true);
  return { revokedInvitation: made.invitation, revokedInvitationCustomer: made.invitationCustomer };
}
