import {
  DataSubjectRequest,
  DataSubjectRequestStatus,
  DataSubjectRight,
  IdentityProof,
  RequestOrigin,
} from '../features/data-subject-request/data-subject-request.entity.js';
import { dueAfter, dueExtended } from '../features/data-subject-request/request-clock.rules.js';
import type { Scene } from './scene.js';

const { RECEIVED, IDENTIFIED, COMPLETED, REFUSED } = DataSubjectRequestStatus;
const { ACCESS, RECTIFICATION, ERASURE, OBJECTION, PORTABILITY } = DataSubjectRight;
const { CALL_BACK, KNOWN_ADDRESS, SIGNED_IN } = IdentityProof;

/** What people asked about their data: to be looked at, to be answered, extended, answered and refused. */
export function addRequests(scene: Scene): void {
  const { clock, people } = scene;
  const random = scene.random('requests');
  const add = (daysAgo: number, row: Partial<DataSubjectRequest>) => {
    const createdAt = clock.past(daysAgo, 11);
    const receivedOn = clock.day(createdAt);
    return scene.rows.add(DataSubjectRequest, {
      id: random.id(createdAt),
      receivedOn,
      dueOn: dueAfter(receivedOn),
      createdById: people.claire,
      ...row,
      createdAt,
    });
  };
  const [kervella, ...others] = [
    scene.customer('Transports Kervella'),
    ...scene.customers.filter(({ contacts }) => contacts[0]?.email),
  ];
  const [first, second, third] = others.filter(({ id }) => id !== kervella.id);
  const of = (customer: typeof kervella) => {
    const [contact] = customer.contacts;
    return { customerId: customer.id, person: contact?.name ?? customer.name, contact: contact?.email ?? null };
  };
  add(24, {
    ...of(first),
    right: ACCESS,
    status: RECEIVED,
    origin: RequestOrigin.EMAIL,
    details: 'Tout ce que vous avez sur moi.',
  });
  add(6, {
    ...of(second),
    right: OBJECTION,
    status: IDENTIFIED,
    origin: RequestOrigin.PHONE,
    details: 'Ne veut plus d’offres ni d’enquêtes.',
    identityProof: CALL_BACK,
    identifiedAt: clock.past(5, 15),
    identifiedById: people.claire,
  });
  const asked = clock.day(clock.past(20, 11));
  add(20, {
    ...of(third),
    right: PORTABILITY,
    status: IDENTIFIED,
    origin: RequestOrigin.POST,
    dueOn: dueExtended(asked),
    extendedOn: clock.daysAgo(9),
    extensionReason: 'Les plans des trois chantiers sont à réunir.',
    identityProof: KNOWN_ADDRESS,
    identifiedAt: clock.past(18, 9),
    identifiedById: people.claire,
  });
  add(90, {
    ...of(kervella),
    contact: null,
    userId: people.maelle,
    createdById: people.maelle,
    right: RECTIFICATION,
    status: COMPLETED,
    origin: RequestOrigin.PORTAL,
    details: 'Le numéro de téléphone du dépôt est faux.',
    identityProof: SIGNED_IN,
    identifiedAt: clock.past(90, 11),
    answer: 'Le numéro est corrigé sur votre fiche.',
    closedAt: clock.past(86, 16),
    closedById: people.claire,
  });
  add(60, {
    ...of(first),
    right: ERASURE,
    status: REFUSED,
    origin: RequestOrigin.EMAIL,
    identityProof: KNOWN_ADDRESS,
    identifiedAt: clock.past(58, 10),
    identifiedById: people.claire,
    answer: 'Une facture reste à payer : ses données sont nécessaires au contrat. Refaites votre demande une fois réglée.',
    closedAt: clock.past(55, 14),
    closedById: people.claire,
  });
}
