import { kervellasFiles } from './files-kervella.js';
import type { PersonKey } from './people.js';
import type { PlannedFile } from './planned-file.js';

const report = (
  customer: string,
  by: PersonKey,
  daysAgo: number,
  title: string,
  project: string | undefined,
  ...paragraphs: string[]
): PlannedFile => ({
  customer,
  name: `${title}.pdf`,
  category: 'REPORT',
  visibility: 'CLIENT',
  by,
  daysAgo,
  ...(project ? { project } : {}),
  content: { title, about: customer, paragraphs },
});

export const files: readonly PlannedFile[] = [
  ...kervellasFiles,
  report(
    'Boulangeries Lemarchand',
    'nadia',
    39,
    'Compte rendu, Villejean',
    'Chambres de pousse, six magasins',
    'Sonde de la chambre remplacée. La température reste à 27 °C ± 0,4 sur huit heures, humidité 76 %.',
  ),
  report(
    'Clinique des Grands Pins',
    'claire',
    21,
    'Protocole de qualification',
    'Chambre des vaccins, qualification',
    'Vingt sondes étalonnées, réparties sur trois hauteurs. Mesures à vide puis en charge, vingt-quatre heures chacune.',
    'Une ouverture de porte de trois minutes est faite à mi-parcours. La température doit revenir sous 8 °C en moins de dix minutes.',
  ),
  report(
    'Viviers de Roscanvel',
    'yann',
    4,
    'Essai de bascule',
    undefined,
    'Bascule essayée deux fois, quarante secondes. L’eau est restée à 7,6 °C. Pressostat du groupe 1 à remplacer.',
  ),
  report(
    'Mairie de Plougastel',
    'thomas',
    26,
    'Plans d’exécution, notice',
    'Cuisine centrale, froid positif',
    'Deux chambres de 18 m² et une cellule de dix niveaux. Les réservations dans la dalle sont cotées sur le plan joint.',
  ),
  report(
    'Résidence Les Alizés',
    'thomas',
    14,
    'Visite de la chaufferie',
    'Audit énergétique de la chaufferie',
    'Chaudière de 2004, rendement mesuré à 86 %. Calorifuge absent sur douze mètres. Vase d’expansion en fin de vie.',
  ),
  report(
    'Lycée Per-Jakez',
    'gwen',
    104,
    'Procès-verbal de réception',
    'Remplacement de la chaufferie',
    'Réception prononcée avec une réserve, levée le lendemain : repérage des vannes.',
  ),
  report(
    'Laiterie du Ménez-Bré',
    'claire',
    33,
    'Planning de l’arrêt d’hiver',
    'Tunnel de refroidissement, ligne 2',
    'Consignation le premier jour à 6 h, redémarrage le cinquième jour avant 14 h. Deux équipes de trois.',
  ),
  report(
    'Pharmacie Saint-Hélier',
    'claire',
    90,
    'Contrôle d’étanchéité',
    undefined,
    'Deux groupes contrôlés, sans fuite. Prochain contrôle dans un an.',
  ),
  {
    customer: 'Brasserie La Timonerie',
    name: 'Vitrine en place.jpg',
    category: 'PHOTO',
    visibility: 'CLIENT',
    by: 'soazig',
    daysAgo: 3,
    content: { shape: 'unit', format: 'jpeg' },
  },
  {
    customer: 'Froid Ravine Blanche',
    name: 'Températures du dépôt.csv',
    category: 'REPORT',
    visibility: 'EVERYONE',
    by: 'elodie',
    daysAgo: 51,
    project: 'Stock de pièces et formation',
    content: { sensors: ['Dépôt', 'Véhicule'] },
  },
];
