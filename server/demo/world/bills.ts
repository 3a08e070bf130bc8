import type { Trade } from './companies.js';

export interface Bill {
  title: string;
  category: 'GOODS' | 'SERVICES' | 'MIXED';
  lines: readonly [label: string, quantity: number, unit: string, unitCents: number][];
}

const bill = (title: string, category: Bill['category'], ...lines: Bill['lines']): Bill => ({ title, category, lines });

/** What everybody is billed for. */
const common: readonly Bill[] = [
  bill(
    'Entretien trimestriel',
    'SERVICES',
    ['Visite d’entretien, groupes et évaporateurs', 1, 'forfait', 48_500],
    ['Contrôle d’étanchéité, attestation remise', 1, 'u', 18_500],
    ['Déplacement', 1, 'forfait', 9_000],
  ),
  bill(
    'Dépannage en urgence',
    'SERVICES',
    ['Main-d’œuvre, frigoriste', 3.5, 'h', 6_200],
    ['Majoration de nuit', 1, 'forfait', 15_000],
    ['Déplacement, zone 2', 1, 'forfait', 9_000],
  ),
  bill(
    'Remplacement d’un ventilateur',
    'MIXED',
    ['Ventilateur d’évaporateur 300 mm', 2, 'u', 17_900],
    ['Main-d’œuvre, frigoriste', 2.25, 'h', 6_200],
  ),
  bill(
    'Télésurveillance des températures',
    'SERVICES',
    ['Abonnement, alertes comprises', 3, 'mois', 8_900],
    ['Étalonnage des sondes', 4, 'u', 3_800],
  ),
];

const byTrade: Partial<Record<Trade, readonly Bill[]>> = {
  transport: [
    bill(
      'Entretien de la flotte',
      'SERVICES',
      ['Contrôle de groupe embarqué', 14, 'véhicule', 21_500],
      ['Recharge de fluide R-452A', 6.4, 'kg', 9_800],
      ['Déplacement', 2, 'forfait', 9_000],
    ),
  ],
  bakery: [
    bill(
      'Révision des chambres de pousse',
      'SERVICES',
      ['Révision, six magasins', 6, 'u', 34_500],
      ['Joints de porte', 14, 'm', 2_140],
    ),
  ],
  health: [
    bill(
      'Qualification de la chambre des vaccins',
      'SERVICES',
      ['Cartographie de températures, 24 h', 1, 'forfait', 128_000],
      ['Rapport de qualification', 1, 'u', 42_000],
    ),
  ],
  hotel: [
    bill(
      'Climatisation, mise en route de saison',
      'SERVICES',
      ['Nettoyage et contrôle, par chambre', 24, 'u', 4_900],
      ['Produit bactéricide', 6, 'l', 1_850],
    ),
  ],
  plant: [
    bill(
      'Maintenance de la ligne de froid',
      'MIXED',
      ['Arrêt technique, deux frigoristes', 16, 'h', 12_400],
      ['Compresseur semi-hermétique 4 CV', 1, 'u', 289_000],
      ['Récupération du fluide', 1, 'forfait', 51_600],
    ),
  ],
  sea: [
    bill(
      'Machine à glace, remise en état',
      'MIXED',
      ['Couteaux et paliers', 1, 'jeu', 84_500],
      ['Main-d’œuvre, frigoriste', 9, 'h', 6_200],
      ['Détartrage', 1, 'forfait', 26_000],
    ),
  ],
  public: [
    bill(
      'Restaurant scolaire, cellule de refroidissement',
      'MIXED',
      ['Cellule 10 niveaux, posée', 1, 'u', 487_000],
      ['Reprise de l’ancienne', 1, 'u', -32_000],
    ),
  ],
  farm: [
    bill(
      'Chambre froide, extension de 12 m²',
      'MIXED',
      ['Panneau isotherme 100 mm', 38.5, 'm²', 9_800],
      ['Pose', 22, 'h', 5_600],
    ),
  ],
  housing: [
    bill(
      'Ventilation collective, révision annuelle',
      'SERVICES',
      ['Révision des caissons', 3, 'u', 39_000],
      ['Nettoyage des bouches, par logement', 46, 'u', 1_450],
    ),
  ],
  person: [bill('Entretien annuel', 'SERVICES', ['Entretien d’un climatiseur', 1, 'u', 16_900])],
};

export const billsFor = (trade: Trade): readonly Bill[] => {
  const own = byTrade[trade] ?? [];
  return trade === 'person' ? own : [...own, ...own, ...common];
};

/** Those of Transports Kervella, whom the client portal shows: how many days ago, and what came of it. */
export const kervella: readonly (Bill & { daysAgo: number; outcome: 'paid' | 'open' | 'late' | 'part' })[] = [
  {
    ...bill(
      'Entretien de la flotte, premier trimestre',
      'SERVICES',
      ['Contrôle de groupe embarqué', 18, 'véhicule', 21_500],
      ['Déplacement', 2, 'forfait', 9_000],
    ),
    daysAgo: 232,
    outcome: 'paid',
  },
  {
    ...bill(
      'Étude du quai froid',
      'SERVICES',
      ['Relevé et bilan thermique', 1, 'forfait', 186_000],
      ['Plans d’exécution', 1, 'forfait', 94_000],
    ),
    daysAgo: 178,
    outcome: 'paid',
  },
  {
    ...bill(
      'Entretien de la flotte, deuxième trimestre',
      'SERVICES',
      ['Contrôle de groupe embarqué', 18, 'véhicule', 21_500],
      ['Recharge de fluide R-452A', 4.2, 'kg', 9_800],
    ),
    daysAgo: 139,
    outcome: 'paid',
  },
  {
    ...bill('Quai froid, acompte 1', 'MIXED', ['Acompte de 25 % à la commande', 1, 'forfait', 960_000]),
    daysAgo: 92,
    outcome: 'paid',
  },
  {
    ...bill(
      'Dépannage de nuit',
      'SERVICES',
      ['Main-d’œuvre, frigoriste', 4, 'h', 6_200],
      ['Majoration de nuit', 1, 'forfait', 16_200],
      ['Déplacement, zone 2', 1, 'forfait', 9_000],
    ),
    daysAgo: 73,
    outcome: 'late',
  },
  {
    ...bill(
      'Entretien de la flotte, troisième trimestre',
      'SERVICES',
      ['Contrôle de groupe embarqué', 16, 'véhicule', 21_500],
      ['Déplacement', 2, 'forfait', 9_000],
    ),
    daysAgo: 69,
    outcome: 'part',
  },
  {
    ...bill(
      'Remplacement du compresseur, quai 1',
      'MIXED',
      ['Compresseur semi-hermétique 4 CV, référence 4CES-6Y', 1, 'u', 289_000],
      ['Main-d’œuvre, frigoriste', 22, 'h', 6_200],
      ['Récupération et recharge de fluide R-448A', 1, 'forfait', 51_600],
      ['Déplacement, zone 2', 2, 'forfait', 9_000],
    ),
    daysAgo: 57,
    outcome: 'late',
  },
  {
    ...bill('Télésurveillance, octobre à décembre', 'SERVICES', ['Abonnement, 12 sondes, alertes comprises', 3, 'mois', 24_900]),
    daysAgo: 24,
    outcome: 'open',
  },
  {
    ...bill('Quai froid, acompte 2', 'MIXED', ['Acompte de 20 % à la réception du quai 1', 1, 'forfait', 768_000]),
    daysAgo: 19,
    outcome: 'open',
  },
];
