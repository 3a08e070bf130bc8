import { Document } from '../features/document/document.entity.js';
import { Invoice } from '../features/invoice/invoice.entity.js';
import { Mission } from '../features/mission/mission.entity.js';
import { NotificationKind } from '../features/notification/notification.entity.js';
import { Opportunity } from '../features/opportunity/opportunity.entity.js';
import { projectOf } from './projects.demo.js';
import type { Scene } from './scene.js';
import { tell } from './told.js';

const K = NotificationKind;

/** What the four demo accounts find on arrival: the latest unread, the older ones read. */
export function addNotifications(scene: Scene): void {
  const random = scene.random('notifications');
  const { clock, rows } = scene;
  const kervella = scene.customer('Transports Kervella').id;
  const mission = (title: string) => found(rows.of(Mission), (row) => row.title === title);
  const dock = projectOf(scene, kervella, 'Rénovation du quai froid');
  const fleet = projectOf(scene, kervella, 'Entretien de la flotte');
  const at = (daysAgo: number, hour: number, minute: number) => clock.past(daysAgo, hour, minute);

  for (const invoice of rows
    .of(Invoice)
    .filter(({ customerId, number }) => customerId === kervella && number)
    .slice(-3))
    tell(scene, random, {
      to: 'maelle',
      kind: K.INVOICE_ISSUED,
      details: { number: invoice.number!, amountCents: invoice.totalCents!, currency: 'EUR' },
      link: `/invoices/${invoice.id}`,
      at: invoice.issuedAt!,
      read: invoice.issuedAt! < clock.at(25, 0),
    });
  const quote = found(rows.of(Document), ({ name }) => name === 'Devis quai froid, tranche 2.pdf');
  tell(scene, random, {
    to: 'maelle',
    kind: K.DOCUMENT_ADDED,
    details: { document: quote.name!, person: 'Claire Aubry' },
    link: '/documents',
    at: quote.updatedAt!,
  });
  tell(scene, random, {
    to: 'maelle',
    kind: K.COMMENT_ADDED,
    details: { project: dock.name!, person: 'Claire Aubry' },
    link: `/projects/${dock.id}`,
    at: at(2, 11, 3),
  });
  tell(scene, random, {
    to: 'maelle',
    kind: K.COMMENT_ADDED,
    details: { project: fleet.name!, person: 'Loïc Madec' },
    link: `/projects/${fleet.id}`,
    at: at(6, 9, 40),
    read: true,
  });

  for (const [title, daysAgo] of [
    ['Mise en service du quai 2', 1],
    ['Contrôle d’étanchéité annuel', 3],
    ['Groupe froid, quai 2', 7],
  ] as const)
    tell(scene, random, {
      to: 'yann',
      kind: K.MISSION_ASSIGNED,
      details: { mission: title },
      link: `/missions/${mission(title).id}`,
      at: at(daysAgo, 16, 12),
      read: daysAgo > 5,
    });
  const done = mission('Réception du groupe, quai 2');
  tell(scene, random, {
    to: 'yann',
    kind: K.MISSION_STATUS_CHANGED,
    details: { mission: done.title!, status: 'APPROVED' },
    link: `/missions/${done.id}`,
    at: done.approvedAt!,
  });
  tell(scene, random, {
    to: 'yann',
    kind: K.COMMENT_ADDED,
    details: { project: dock.name!, person: 'Maëlle Kervella' },
    link: `/projects/${dock.id}`,
    at: at(3, 14, 22),
    read: true,
  });

  const deal = (title: string) => found(rows.of(Opportunity), (row) => row.title === title);
  const room = deal('Chambre froide de 40 m²');
  const bar = deal('Vitrines du bar');
  const upkeep = deal('Entretien annuel');
  tell(scene, random, {
    to: 'soazig',
    kind: K.OPPORTUNITY_NOTE_ADDED,
    details: { opportunity: room.title!, person: 'Loïc Madec' },
    link: `/opportunities/${room.id}`,
    at: at(2, 15, 30),
  });
  tell(scene, random, {
    to: 'soazig',
    kind: K.OPPORTUNITY_NOTE_ADDED,
    details: { opportunity: bar.title!, person: 'Thomas Rivière' },
    link: `/opportunities/${bar.id}`,
    at: at(18, 10, 5),
    read: true,
  });
  tell(scene, random, {
    to: 'soazig',
    kind: K.OPPORTUNITY_STAGE_CHANGED,
    details: { opportunity: upkeep.title!, stageFr: 'Gagné', stageEn: 'Won' },
    link: `/opportunities/${upkeep.id}`,
    at: at(2, 9, 15),
  });
  const timber = scene.customer('Brasserie La Timonerie');
  tell(scene, random, {
    to: 'soazig',
    kind: K.CUSTOMER_ASSIGNED,
    details: { customer: timber.name },
    link: `/customers/${timber.id}`,
    at: timber.createdAt,
    read: true,
  });

  for (const [title, who, daysAgo] of [
    ['Groupe de secours à raccorder', 'Ronan Quéméneur', 1],
    ['Gaines textiles, séchoir 4', 'Katell Le Roux', 0],
    ['Gaines textiles, séchoir 4', 'Youssef Amrani', 0],
  ] as const)
    tell(scene, random, {
      to: 'claire',
      kind: K.MISSION_APPLICATION,
      details: { mission: title, status: 'PENDING', person: who },
      link: `/missions/${mission(title).id}`,
      at: at(daysAgo, 9, 25),
    });
  const delivered = mission('Entretien des deux groupes');
  tell(scene, random, {
    to: 'claire',
    kind: K.MISSION_STATUS_CHANGED,
    details: { mission: delivered.title!, status: 'DELIVERED' },
    link: `/missions/${delivered.id}`,
    at: delivered.deliveredAt!,
  });
  const paid = rows
    .of(Invoice)
    .filter(({ status, customerId }) => status === 'PAID' && customerId === kervella)
    .at(-1)!;
  tell(scene, random, {
    to: 'claire',
    kind: K.PAYMENT_RECEIVED,
    details: { number: paid.number!, amountCents: paid.totalCents!, currency: 'EUR' },
    link: `/invoices/${paid.id}`,
    at: at(20, 9, 0),
    read: true,
  });
}

function found<T>(rows: readonly T[], is: (row: T) => boolean): T {
  const row = rows.find(is);
  if (!row) throw new Error('the demo lacks a row that a notification is about');
  return row;
}
