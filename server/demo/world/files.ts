import type { Paper } from './papers.js';
import type { PersonKey } from './people.js';
import type { Shape } from './pictures.js';

/** What a file holds: a paper, a picture, or a table of temperatures. */
export type Content = Omit<Paper, 'day'> | { shape: Shape; format: 'jpeg' | 'png' } | { sensors: readonly string[] };

export interface PlannedFile {
  customer: string;
  name: string;
  category: 'CONTRACT' | 'QUOTE' | 'INVOICE' | 'REPORT' | 'PHOTO' | 'PLAN' | 'IDENTITY' | 'OTHER';
  visibility: 'INTERNAL' | 'CLIENT' | 'PRESTATAIRE' | 'EVERYONE';
  by: PersonKey;
  daysAgo: number;
  content: Content;
  project?: string;
  mission?: string;
  /** Earlier versions: how many days ago each was sent. */
  earlier?: readonly number[];
}

const KERVELLA = 'Transports Kervella';
const DOCK = 'Rénovation du quai froid';
const AT_KERVELLA = 'Transports Kervella, 12 rue de Kerscao, 29490 Guipavas';

export const CONSENT_PAPER = 'Bon de commande et accords, signé.pdf';

export const kervellaFiles: readonly PlannedFile[] = [
  {
    customer: KERVELLA, name: 'PV de réception, quai 1.pdf', category: 'REPORT', visibility: 'EVERYONE', by: 'yann', daysAgo: 30, project: DOCK, mission: 'Groupe froid, quai 1', earlier: [32, 31],
    content: {
      title: 'Procès-verbal de réception', about: `Quai 1, ${AT_KERVELLA}`,
      paragraphs: [
        'Le groupe du quai 1 a été posé et mis en service par Froid Iroise pour le compte du Groupe Hélia. La consigne de 2 °C est tenue depuis 6 h du matin, porte manœuvrée quatre fois pendant l’essai.',
        'Fluide récupéré : 6,2 kg de R-404A, remis au distributeur avec son bordereau. Fluide chargé : 5,4 kg de R-448A. Étanchéité contrôlée au détecteur, sans fuite.',
        'La réception est prononcée sans réserve. La garantie de deux ans court à partir de ce jour.',
      ],
      table: [['Mesure', 'Consigne', 'Relevé'], ['Température du quai', '2 °C', '2,1 °C'], ['Pression d’évaporation', '3,2 bar', '3,3 bar'], ['Surchauffe', '6 K', '6,4 K'], ['Intensité du compresseur', '≤ 11 A', '9,6 A']],
      signed: ['Pour le client, Maëlle Kervella', 'Pour l’entreprise, Yann Le Goff'],
    },
  },
  {
    customer: KERVELLA, name: 'Devis quai froid, tranche 2.pdf', category: 'QUOTE', visibility: 'CLIENT', by: 'claire', daysAgo: 4, project: DOCK, earlier: [11],
    content: {
      title: 'Devis, quai froid, tranche 2', about: AT_KERVELLA,
      paragraphs: ['Suite à notre visite, voici notre proposition pour le quai 3, aux mêmes conditions que les quais 1 et 2. Elle est valable un mois. Les travaux durent cinq jours, le quai 2 restant en froid.'],
      table: [['Désignation', 'Quantité', 'Prix HT'], ['Groupe Carrier 18 kW, posé sur plots', '1', '31 400,00 €'], ['Évaporateurs double flux', '2', '9 800,00 €'], ['Régulation et raccordement à la télésurveillance', '1', '6 250,00 €'], ['Dépose, récupération du fluide', '1', '4 850,00 €'], ['Total hors taxes', '', '52 300,00 €']],
    },
  },
  {
    customer: KERVELLA, name: 'Contrat cadre, signé.pdf', category: 'CONTRACT', visibility: 'CLIENT', by: 'claire', daysAgo: 620,
    content: {
      title: 'Contrat cadre d’entretien et d’astreinte', about: AT_KERVELLA,
      paragraphs: [
        'Le Groupe Hélia entretient les installations frigorifiques fixes et embarquées du client : une visite par trimestre, un contrôle d’étanchéité par an, une astreinte vingt-quatre heures sur vingt-quatre.',
        'Délai d’intervention : deux heures pour les quais, quatre heures pour les véhicules. Passé ce délai, une heure de main-d’œuvre est déduite par heure de retard.',
        'Règlement à trente jours. Les prix suivent l’indice du coût du travail chaque premier janvier. Le contrat est conclu jusqu’à la fin de l’année et se prépare trois mois avant.',
      ],
      signed: ['Pour le client, Maëlle Kervella', 'Pour Groupe Hélia, Claire Aubry'],
    },
  },
  {
    customer: KERVELLA, name: CONSENT_PAPER, category: 'CONTRACT', visibility: 'CLIENT', by: 'claire', daysAgo: 1010,
    content: {
      title: 'Bon de commande et accords', about: AT_KERVELLA,
      paragraphs: ['Commande d’un contrat d’entretien pour deux quais.', 'Offres et nouvelles : accord par e-mail et par SMS. Enquêtes de satisfaction : accord par e-mail et par SMS. Ces accords peuvent être retirés à tout moment.'],
      signed: ['Pour le client, Maëlle Kervella'],
    },
  },
  { customer: KERVELLA, name: 'Relevé de températures, octobre.csv', category: 'REPORT', visibility: 'CLIENT', by: 'yann', daysAgo: 17, project: DOCK, content: { sensors: ['Quai 1', 'Quai 2', 'Chambre 1', 'Chambre 2'] } },
  { customer: KERVELLA, name: 'Cadenas de consignation.jpg', category: 'PHOTO', visibility: 'EVERYONE', by: 'yann', daysAgo: 0, project: DOCK, mission: 'Groupe froid, quai 2', content: { shape: 'lock', format: 'jpeg' } },
  { customer: KERVELLA, name: 'Ancien groupe, plaque.jpg', category: 'PHOTO', visibility: 'EVERYONE', by: 'yann', daysAgo: 0, project: DOCK, mission: 'Groupe froid, quai 2', content: { shape: 'unit', format: 'jpeg' } },
  { customer: KERVELLA, name: 'Fluide récupéré.jpg', category: 'PHOTO', visibility: 'PRESTATAIRE', by: 'yann', daysAgo: 0, project: DOCK, mission: 'Groupe froid, quai 2', content: { shape: 'bottle', format: 'jpeg' } },
  { customer: KERVELLA, name: 'Quais vus de la cour.png', category: 'PLAN', visibility: 'EVERYONE', by: 'loic', daysAgo: 77, project: DOCK, content: { shape: 'dock', format: 'png' } },
  {
    customer: KERVELLA, name: 'Consignes du quai 2.pdf', category: 'PLAN', visibility: 'PRESTATAIRE', by: 'claire', daysAgo: 5, project: DOCK, mission: 'Groupe froid, quai 2',
    content: {
      title: 'Consignes de chantier, quai 2', about: AT_KERVELLA,
      paragraphs: ['Le quai 1 reste en froid. Ne pas couper le départ général, consigner seulement le départ Q2.', 'Badge à l’accueil. Chaussures de sécurité et gilet. Aucune livraison de matériel entre 11 h et 13 h.', 'Contact sur place : Solenn Abgrall, responsable exploitation.'],
      table: [['Étape', 'Durée'], ['Consignation et récupération du fluide', '2 h'], ['Dépose, pose sur plots', '4 h'], ['Tirage au vide', '24 h'], ['Charge et mise en service', '3 h']],
    },
  },
  {
    customer: KERVELLA, name: 'Attestation d’assurance.pdf', category: 'OTHER', visibility: 'EVERYONE', by: 'gwen', daysAgo: 310,
    content: { title: 'Attestation d’assurance décennale', about: 'Remise à la demande du client', paragraphs: ['L’assureur atteste que Groupe Hélia est couvert pour ses activités de froid commercial et industriel, de climatisation et de chauffage, sur tout le territoire français, outre-mer compris.', 'La présente attestation est valable jusqu’à la fin de l’année civile.'] },
  },
  {
    customer: KERVELLA, name: 'Note de marge, tranche 2.pdf', category: 'OTHER', visibility: 'INTERNAL', by: 'nadia', daysAgo: 10,
    content: { title: 'Note de marge, tranche 2', about: 'Réservé à l’équipe', paragraphs: ['Le prix du groupe a baissé de 4 % depuis la tranche 1. La remise de 3 % demandée est tenable, à condition de garder la pose en cinq jours.'], table: [['Poste', 'Achat', 'Vente'], ['Matériel', '33 900 €', '41 200 €'], ['Pose', '6 100 €', '11 100 €']] },
  },
];

const report = (customer: string, by: PersonKey, daysAgo: number, title: string, project: string | undefined, ...paragraphs: string[]): PlannedFile => ({
  customer, name: `${title}.pdf`, category: 'REPORT', visibility: 'CLIENT', by, daysAgo, ...(project ? { project } : {}), content: { title, about: customer, paragraphs },
});

export const otherFiles: readonly PlannedFile[] = [
  report('Boulangeries Lemarchand', 'nadia', 39, 'Compte rendu, Villejean', 'Chambres de pousse, six magasins', 'Sonde de la chambre remplacée. La température reste à 27 °C ± 0,4 sur huit heures, humidité 76 %.'),
  report('Clinique des Grands Pins', 'claire', 21, 'Protocole de qualification', 'Chambre des vaccins, qualification', 'Vingt sondes étalonnées, réparties sur trois hauteurs. Mesures à vide puis en charge, vingt-quatre heures chacune.', 'Une ouverture de porte de trois minutes est faite à mi-parcours. La température doit revenir sous 8 °C en moins de dix minutes.'),
  report('Viviers de Roscanvel', 'yann', 4, 'Essai de bascule', undefined, 'Bascule essayée deux fois, quarante secondes. L’eau est restée à 7,6 °C. Pressostat du groupe 1 à remplacer.'),
  report('Mairie de Plougastel', 'thomas', 26, 'Plans d’exécution, notice', 'Cuisine centrale, froid positif', 'Deux chambres de 18 m² et une cellule de dix niveaux. Les réservations dans la dalle sont cotées sur le plan joint.'),
  report('Résidence Les Alizés', 'thomas', 14, 'Visite de la chaufferie', 'Audit énergétique de la chaufferie', 'Chaudière de 2004, rendement mesuré à 86 %. Calorifuge absent sur douze mètres. Vase d’expansion en fin de vie.'),
  report('Lycée Per-Jakez', 'gwen', 104, 'Procès-verbal de réception', 'Remplacement de la chaufferie', 'Réception prononcée avec une réserve, levée le lendemain : repérage des vannes.'),
  report('Laiterie du Ménez-Bré', 'claire', 33, 'Planning de l’arrêt d’hiver', 'Tunnel de refroidissement, ligne 2', 'Consignation le premier jour à 6 h, redémarrage le cinquième jour avant 14 h. Deux équipes de trois.'),
  report('Pharmacie Saint-Hélier', 'claire', 90, 'Contrôle d’étanchéité', undefined, 'Deux groupes contrôlés, sans fuite. Prochain contrôle dans un an.'),
  { customer: 'Brasserie La Timonerie', name: 'Vitrine en place.jpg', category: 'PHOTO', visibility: 'CLIENT', by: 'soazig', daysAgo: 3, content: { shape: 'unit', format: 'jpeg' } },
  { customer: 'Froid Ravine Blanche', name: 'Températures du dépôt.csv', category: 'REPORT', visibility: 'EVERYONE', by: 'elodie', daysAgo: 51, project: 'Stock de pièces et formation', content: { sensors: ['Dépôt', 'Véhicule'] } },
];
