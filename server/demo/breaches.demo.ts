import { dueAfter } from '../features/data-breach/breach-clock.rules.js';
import { BreachNature, BreachRisk, DataBreach } from '../features/data-breach/data-breach.entity.js';
import { DataBreachEntry } from '../features/data-breach/data-breach-entry.entity.js';
import type { Scene } from './scene.js';

const HOUR_MS = 3_600_000;

/** One breach that is over, and one whose clock runs. */
export function addBreaches(scene: Scene): void {
  const { clock, rows, people } = scene;
  const random = scene.random('breaches');
  const after = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR_MS);
  const past = clock.past(96, 9, 12);
  const over = rows.add(DataBreach, {
    id: random.id(past),
    title: 'Factures envoyées à la mauvaise adresse',
    description: 'Un fichier de trois factures joint par erreur à l’e-mail d’un autre client, qui l’a signalé.',
    natures: [BreachNature.CONFIDENTIALITY],
    awareAt: past,
    dueAt: dueAfter(past),
    happenedAt: after(past, -17),
    people: 'Clients facturés',
    peopleCount: 3,
    records: 'Factures : identité, adresse, montants',
    recordCount: 3,
    consequences: 'Un concurrent pourrait connaître les prix accordés.',
    measures: 'Suppression demandée et confirmée par écrit ; relecture des pièces jointes à deux.',
    risk: BreachRisk.RISK,
    notifiedAt: after(past, 26),
    notificationReference: 'CNIL-DEMO-0417',
    peopleNotToldReason: 'Le destinataire a confirmé la suppression : pas de risque élevé.',
    closedAt: after(past, 24 * 9),
    createdAt: past,
    updatedAt: after(past, 24 * 9),
    createdById: people.thomas,
    closedById: people.claire,
  });
  const entry = (breachId: string, at: Date, body: string, authorId: string) =>
    rows.add(DataBreachEntry, { id: random.id(at), breachId, at, body, authorId });
  entry(over.id, after(past, 3), 'Le destinataire confirme par e-mail avoir supprimé le fichier.', people.thomas);
  entry(over.id, after(past, 24 * 8), 'La CNIL a pris acte et ne demande rien de plus.', people.claire);
  const recent = after(clock.now, -31);
  const open = rows.add(DataBreach, {
    id: random.id(recent),
    title: 'Téléphone de l’équipe perdu',
    description: 'Un téléphone professionnel oublié dans un train. Il est verrouillé ; sa messagerie était ouverte.',
    natures: [BreachNature.CONFIDENTIALITY, BreachNature.AVAILABILITY],
    awareAt: recent,
    dueAt: dueAfter(recent),
    people: 'Clients et leurs contacts',
    peopleCount: 40,
    records: 'Échanges d’e-mails, coordonnées',
    consequences: 'Lecture d’échanges si le verrou est forcé.',
    measures: 'Sessions fermées, effacement à distance demandé.',
    risk: null,
    createdAt: after(recent, 1),
    updatedAt: after(recent, 1),
    createdById: people.nadia,
  });
  entry(open.id, after(recent, 5), 'Objets trouvés de la gare prévenus, pas encore de retour.', people.nadia);
}
