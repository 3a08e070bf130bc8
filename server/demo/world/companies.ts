import type { PersonKey } from './people.js';

/** How they buy: how many orders over two years, how long ago the last, and of what size. */
export const habits = {
  champion: { orders: [12, 15], last: [1, 12], basket: 1.8 },
  loyal: { orders: [8, 11], last: [8, 62], basket: 1.1 },
  promising: { orders: [3, 5], last: [5, 75], basket: 0.9 },
  new: { orders: [1, 1], last: [3, 25], basket: 0.7 },
  fading: { orders: [6, 8], last: [110, 200], basket: 1.2 },
  asleep: { orders: [1, 3], last: [290, 520], basket: 0.6 },
  none: { orders: [0, 0], last: [0, 0], basket: 0 },
} as const;

export const trades = {
  transport: ['transport frigorifique', 'Direction', 'Comptabilité fournisseurs', 'Responsable exploitation'],
  bakery: ['boulangerie', 'Gérance', 'Responsable de fournil', 'Comptabilité'],
  health: ['santé', 'Direction', 'Services techniques', 'Pharmacien référent'],
  hotel: ['hôtellerie', 'Direction', 'Chef de cuisine', 'Gouvernante'],
  plant: ['industrie', 'Direction', 'Maintenance', 'Achats'],
  housing: ['résidence', 'Syndic', 'Gardien', 'Conseil syndical'],
  shop: ['commerce', 'Gérance', 'Responsable de magasin', 'Comptabilité'],
  public: ['collectivité', 'Services techniques', 'Finances', 'Marchés publics'],
  sea: ['produits de la mer', 'Direction', 'Chef d’atelier', 'Qualité'],
  kitchen: ['restauration', 'Gérance', 'Chef de cuisine', 'Comptabilité'],
  office: ['bureaux', 'Direction', 'Services généraux', 'Accueil'],
  farm: ['agricole', 'Gérance', 'Chef de culture', 'Comptabilité'],
  school: ['enseignement', 'Direction', 'Intendance', 'Cuisine centrale'],
  person: ['particulier', '', '', ''],
} as const;

export type Trade = keyof typeof trades;
export type Habit = keyof typeof habits;

/** Name | postal code | trade | habit | manager | reseller | tags, and `off` when we do no business with them now. */
const LIST = `
Transports Kervella|29490|transport|champion|claire|soazig|contrat cadre
Boulangeries Lemarchand|35000|bakery|champion|nadia|soazig|contrat cadre
Clinique des Grands Pins|44500|health|loyal|claire|soazig|astreinte
Hôtel du Vieux Port|35400|hotel|fading|thomas|soazig|à surveiller
Métallerie Gaudin & Fils|49300|plant|loyal|nadia|soazig|
Résidence Les Alizés|56000|housing|promising|thomas|soazig|
Garage Bertho|56400|shop|fading|nadia|soazig|contentieux
Mairie de Plougastel|29470|public|loyal|thomas|soazig|marché public
Brasserie La Timonerie|56100|kitchen|none|claire|soazig|prospect
Cabinet Orel Notaires|44000|office|promising|nadia|soazig|
École Sainte-Ursule|29000|school|asleep|thomas|soazig|
Pharmacie Saint-Hélier|35000|health|loyal|claire|soazig|
Halles de Concarneau|29900|sea|promising|loic|soazig|
Gîtes de Trévignon|29910|hotel|none|loic|soazig|prospect
Primeurs de l’Elorn|29800|shop|loyal|claire|soazig|
Viviers de Roscanvel|29160|sea|champion|thomas|soazig|astreinte
Conserverie Ar Mor Bihan|56170|sea|loyal|nadia|soazig|
Serres du Léon|29680|farm|promising|loic|soazig|
Crêperie Ti Azen|29600|kitchen|new|gwen|soazig|
Laiterie du Ménez-Bré|22200|plant|champion|claire|soazig|contrat cadre
Criée de Kerity|22500|sea|loyal|loic||astreinte
Fromagerie des Korrigans|29270|farm|loyal|nadia||
Manoir de Coatmeur|22300|hotel|promising|thomas||
Maison médicale du Légué|22000|health|asleep|gwen||
Ateliers Pellan|35300|plant|loyal|nadia||
Imprimerie des Remparts|22100|plant|fading|thomas||à surveiller
Salaisons du Blavet|56300|plant|champion|claire||contrat cadre
Lycée Per-Jakez|35500|school|loyal|gwen||marché public
Port de plaisance de l’Iroise|29217|public|promising|loic||
Conserves Guilcher|29100|sea|loyal|thomas||
Chantier naval Bonamy|44600|plant|loyal|nadia|ines|
Maraîchers du Val de Loire|49000|farm|promising|loic|ines|
Hôtel Aux Deux Rives|53000|hotel|asleep|gwen|ines|
Rillettes Sarthon|72000|plant|fading|thomas|ines|
Camping des Pins Verts|85000|hotel|loyal|gwen|ines|saisonnier
Cidrerie d’Authie|14000|farm|promising|nadia|ines|
Marée du Cotentin|50100|sea|champion|claire|ines|astreinte
Cité des Saveurs|37000|kitchen|new|gwen|ines|
Entrepôts Ligéris|45000|transport|loyal|thomas|samir|
Laboratoire Corvélia|76000|health|loyal|claire|samir|
Épicerie Belleville|75011|shop|promising|gwen|samir|
Grossiste Pavillon 12|94150|shop|champion|nadia|samir|contrat cadre
Brasserie des Flandres-Artois|59000|kitchen|loyal|thomas|samir|
Filets de Liane|62200|sea|loyal|loic||
Caves Vauthier|51100|farm|promising|nadia||
Winstub Zum Stork|67000|kitchen|asleep|gwen|||off
Verrerie Saint-Epvre|54000|plant|fading|thomas||
Moutardes Fallières|21000|plant|promising|loic||
Bouchon Croix-Paquet|69003|kitchen|new|gwen||
Refuge de Belledonne|38000|hotel|asleep|gwen||saisonnier|off
Fruitière du Semnoz|74000|farm|loyal|nadia||
Savonnerie du Lazaret|13002|plant|promising|thomas||
Traiteur Masséna|06000|kitchen|new|claire||
Huîtres Etcheverry|33120|sea|loyal|loic||
Froid Ravine Blanche|97410|shop|loyal|claire||La Réunion
Sucrerie des Hauts|97400|plant|promising|thomas||La Réunion
Hôtel Anse Mitan|97200|hotel|loyal|nadia|jeanMarc|Martinique
Rhumerie Morne Vert|97232|plant|promising|nadia|jeanMarc|Martinique
Rozenn Caradec|29200|person|promising|gwen||
Bernard Jézéquel|29200|person|new|gwen||
Fatou Diallo|44000|person|asleep|gwen||
Marie-Ange Hoarau|97420|person|new|claire||La Réunion
Étienne Colonna|20000|person|asleep|gwen|||off
Soizic Le Bihan|29000|person|asleep|gwen|||off`;

export interface Company {
  name: string;
  postalCode: string;
  trade: Trade;
  habit: Habit;
  manager: PersonKey;
  reseller: PersonKey | null;
  tags: string[];
  active: boolean;
}

export const companies: readonly Company[] = LIST.trim()
  .split('\n')
  .map((line) => {
    const [name, postalCode, trade, habit, manager, reseller, tag, off] = line.split('|');
    return {
      name,
      postalCode,
      trade: trade as Trade,
      habit: habit as Habit,
      manager: manager as PersonKey,
      reseller: (reseller || null) as PersonKey | null,
      tags: [trades[trade as Trade][0], ...(tag ? [tag.toLowerCase()] : [])],
      active: off !== 'off',
    };
  });
