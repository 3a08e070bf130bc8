import type { PersonKey } from './people.js';

export interface Deal {
  stage: 'prospecting' | 'qualified' | 'proposal' | 'negotiation' | 'won' | 'lost';
  title: string;
  /** A customer's name, or a prospect's when there is no such customer. */
  with: string;
  contact: string | null;
  amountCents: number;
  /** How many days in its stage. */
  since: number;
  /** How many days ahead it should close. */
  closes: number;
  owner: PersonKey;
  notes?: readonly [daysAgo: number, body: string, author?: PersonKey][];
  lostReason?: string;
  /** What it was worth at first, where that changed. */
  firstCents?: number;
}

type Rest = Pick<Deal, 'notes' | 'lostReason' | 'firstCents'>;
const deal = (
  stage: Deal['stage'],
  title: string,
  company: string,
  contact: string | null,
  euros: number,
  [since, closes]: [number, number],
  owner: PersonKey,
  rest: Rest = {},
): Deal => ({ stage, title, with: company, contact, amountCents: euros * 100, since, closes, owner, ...rest });

export const deals: readonly Deal[] = [
  deal('prospecting', 'Vitrines réfrigérées', 'Brasserie La Timonerie', 'Gaël Cozic', 18_400, [3, 48], 'soazig', {
    notes: [
      [3, 'Deux vitrines de 2009, joints morts. Il veut voir une installation en marche : lui proposer Concarneau.'],
      [1, 'Rappelé : disponible lundi après 15 h.'],
    ],
  }),
  deal('prospecting', 'Contrat d’entretien', 'Halles de Concarneau', 'Régie des halles', 9_600, [8, 40], 'soazig', {
    notes: [[7, 'Huit étals intéressés sur onze. Visite avec le régisseur à caler.']],
  }),
  deal('prospecting', 'Pompe à chaleur, quatre gîtes', 'Gîtes de Trévignon', 'Morgane Riou', 22_500, [12, 75], 'soazig', {
    notes: [[12, 'Attend la réponse de la région sur l’aide. Devis à chiffrer avec et sans.']],
  }),
  deal('prospecting', 'Chambre froide de chasse', 'Domaine du Bois Garo', 'Benoît Chevalier', 14_200, [24, -4], 'soazig', {
    notes: [[24, 'Vu au salon. Relance promise pour la semaine dernière, pas faite.']],
  }),
  deal('qualified', 'Chambre froide de 40 m²', 'Primeurs de l’Elorn', 'Ronan Floch', 46_800, [9, 35], 'soazig', {
    firstCents: 3_900_000,
    notes: [
      [9, 'Budget confirmé par la banque. Ils veulent garder l’ancien groupe en secours.'],
      [2, 'Relevé fixé avec Loïc, prévoir le niveau laser.', 'loic'],
    ],
  }),
  deal('qualified', 'Remplacement de la chaudière', 'École Sainte-Ursule', 'Intendance', 31_200, [17, 60], 'soazig', {
    notes: [[15, 'Accord de principe, le conseil vote le mois prochain.']],
  }),
  deal('qualified', 'Climatisation de l’étude', 'Cabinet Orel Notaires', 'Maître Orel', 7_200, [6, 20], 'soazig'),
  deal('proposal', 'Quai froid, tranche 2', 'Transports Kervella', 'Maëlle Kervella', 52_300, [11, 18], 'soazig', {
    firstCents: 4_870_000,
    notes: [
      [11, 'Devis remis en main propre. Elle demande le quai 3 en option.'],
      [4, 'Option ajoutée, montant revu. Réponse avant la fin du mois.'],
    ],
  }),
  deal('proposal', 'Maintenance, deux ans', 'Clinique des Grands Pins', 'Anne Castel', 28_900, [31, -6], 'soazig', {
    notes: [
      [30, 'Proposition envoyée.'],
      [9, 'Sans réponse, la directrice est en congé jusqu’à lundi.'],
    ],
  }),
  deal('proposal', 'Groupe de secours', 'Pharmacie Saint-Hélier', 'Hélène Garnier', 12_600, [5, 25], 'soazig'),
  deal('negotiation', 'Contrat cadre, six magasins', 'Boulangeries Lemarchand', 'Hervé Lemarchand', 64_000, [14, 8], 'soazig', {
    notes: [
      [14, 'Il accepte le prix si l’astreinte passe à trois heures le dimanche.'],
      [6, 'Claire accepte pour l’astreinte. Reste la durée : deux ou trois ans.'],
      [1, 'Signature prévue jeudi, à Rennes.'],
    ],
  }),
  deal('negotiation', 'Vitrines du bar', 'Hôtel du Vieux Port', 'Direction', 19_800, [20, 12], 'soazig', {
    notes: [[18, 'Demande 8 % de remise. Thomas exige un acompte de 40 %.', 'thomas']],
  }),
  deal('won', 'Second groupe de vivier', 'Viviers de Roscanvel', 'Tanguy Le Dantec', 26_700, [6, -6], 'soazig', {
    notes: [[6, 'Signé à bord, entre deux marées.']],
  }),
  deal('won', 'Entretien annuel', 'Métallerie Gaudin & Fils', 'Gaudin fils', 8_900, [2, -2], 'soazig'),
  deal('lost', 'Séchoir à algues', 'Conserverie Ar Mor Bihan', 'Achats', 33_500, [22, -22], 'soazig', {
    lostReason: 'Délai : ils voulaient démarrer avant l’été.',
    notes: [[22, 'Rester en contact, le concurrent n’a pas l’air prêt non plus.']],
  }),
  deal('qualified', 'Chambre négative, 20 m²', 'Chantier naval Bonamy', null, 24_300, [10, 30], 'ines'),
  deal('proposal', 'Climatisation des bungalows', 'Camping des Pins Verts', 'Gérance', 38_700, [16, 50], 'ines'),
  deal('prospecting', 'Cidrerie, cuverie froide', 'Cidrerie d’Authie', null, 27_900, [4, 70], 'ines'),
  deal('won', 'Quai de criée, phase 1', 'Marée du Cotentin', 'Direction', 41_200, [40, -40], 'ines'),
  deal('negotiation', 'Contrat d’entrepôts', 'Entrepôts Ligéris', 'Exploitation', 57_600, [12, 15], 'samir'),
  deal('proposal', 'Salle blanche', 'Laboratoire Corvélia', 'Qualité', 72_400, [25, 33], 'samir'),
  deal('qualified', 'Meubles de libre-service', 'Épicerie Belleville', null, 21_000, [7, 28], 'samir'),
  deal('negotiation', 'Climatisation de saison', 'Hôtel Anse Mitan', 'Direction', 16_400, [9, 10], 'jeanMarc'),
  deal('prospecting', 'Chai climatisé', 'Rhumerie Morne Vert', 'Maître de chai', 64_000, [30, 120], 'jeanMarc'),
];
