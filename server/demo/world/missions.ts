import type { PersonKey } from './people.js';

export interface PlannedMission {
  customer: string;
  title: string;
  description: string;
  status: 'DRAFT' | 'OPEN' | 'ASSIGNED' | 'IN_PROGRESS' | 'DELIVERED' | 'APPROVED' | 'CANCELLED';
  who: PersonKey | null;
  /** How many days ahead it begins; ago when negative. */
  day: number;
  from: number;
  hours: number;
  feeCents: number;
  project?: string;
  /** What the prestataire wrote at delivery. */
  report?: string;
  /** Who asked for it, and with which words. */
  asked?: readonly [who: PersonKey, message: string][];
}

type Rest = Pick<PlannedMission, 'project' | 'report' | 'asked'>;
const mission = (
  status: PlannedMission['status'],
  who: PersonKey | null,
  [day, from, hours]: [number, number, number],
  euros: number,
  customer: string,
  title: string,
  description: string,
  rest: Rest = {},
): PlannedMission => ({ customer, title, description, status, who, day, from, hours, feeCents: euros * 100, ...rest });

export const missions: readonly PlannedMission[] = [
  mission('IN_PROGRESS', 'yann', [0, 8, 9], 1480, 'Transports Kervella', 'Groupe froid, quai 2', 'Remplacer le groupe du quai 2 par le Carrier livré cette semaine, déjà contrôlé. Le quai 1 reste en froid : ne pas couper le départ général. Badge à l’accueil, chaussures de sécurité, pas de livraison entre 11 h et 13 h.\n\nÀ faire : consigner l’alimentation (photo du cadenas), récupérer et peser le R-404A, poser le groupe sur plots, tirer au vide, charger en R-448A, mettre en service.', { project: 'Rénovation du quai froid' }),
  mission('ASSIGNED', 'yann', [1, 9, 3], 420, 'Boulangeries Lemarchand', 'Chambre de pousse, magasin Beaulieu', 'Contrôler la sonde et les joints avant la mise en chauffe. Passer par la cour, sonner au fournil.', { project: 'Chambres de pousse, six magasins' }),
  mission('ASSIGNED', 'yann', [3, 8, 7], 880, 'Transports Kervella', 'Mise en service du quai 2', 'Essais en charge avec le client, réglage des alertes, formation de l’équipe de nuit à 17 h.', { project: 'Rénovation du quai froid' }),
  mission('ASSIGNED', 'yann', [5, 14, 2.5], 310, 'Pharmacie Saint-Hélier', 'Contrôle d’étanchéité annuel', 'Deux groupes en cave, attestation à remettre sur place. Demander la clé au comptoir.'),
  mission('ASSIGNED', 'yann', [8, 9, 5], 560, 'Clinique des Grands Pins', 'Mesures en charge, chambre des vaccins', 'Vingt sondes, porte ouverte trois minutes à mi-parcours. Le pharmacien assiste à l’essai.', { project: 'Chambre des vaccins, qualification' }),
  mission('DELIVERED', 'yann', [-2, 9.5, 2.5], 340, 'Mairie de Plougastel', 'Dépannage, climatisation du conseil', 'Plus de froid dans la salle du conseil depuis lundi.', { report: 'Carte de l’unité extérieure remplacée, essai de deux heures. Prévoir le nettoyage des filtres avant l’été.' }),
  mission('DELIVERED', 'yann', [-4, 13, 4], 470, 'Viviers de Roscanvel', 'Entretien des deux groupes', 'Entretien complet et essai de bascule, en présence du chef d’atelier.', { report: 'Bascule essayée deux fois, 40 secondes. Pressostat du groupe 1 fatigué : devis à faire.' }),
  mission('APPROVED', 'yann', [-9, 8, 8], 1320, 'Transports Kervella', 'Réception du groupe, quai 2', 'Contrôler le groupe à sa livraison, à l’atelier, avant la pose.', { project: 'Rénovation du quai froid', report: 'Aucun choc, pression d’azote tenue 24 h. Manque un silentbloc, commandé.' }),
  mission('APPROVED', 'yann', [-33, 8, 16], 2240, 'Transports Kervella', 'Groupe froid, quai 1', 'Dépose, pose, mise en service.', { project: 'Rénovation du quai froid', report: '6,2 kg de R-404A récupérés. 2 °C tenus depuis 6 h du matin. PV signé sur place.' }),
  mission('APPROVED', 'yann', [-18, 9, 3], 390, 'Primeurs de l’Elorn', 'Vitrine en alarme', 'La vitrine centrale monte à 9 °C l’après-midi.', { report: 'Ventilateur bloqué par un carton. Nettoyage, conseil donné sur le rangement.' }),
  mission('APPROVED', 'yann', [-26, 10, 3], 360, 'Résidence Les Alizés', 'Entretien trimestriel', 'Chaufferie et ventilation, avec le gardien.', { report: 'Rien à signaler. Vase d’expansion à surveiller.' }),
  mission('APPROVED', 'yann', [-47, 22, 5], 690, 'Clinique des Grands Pins', 'Astreinte, alarme de nuit', 'Alarme haute à 21 h 40, chambre des vaccins.', { report: 'Sur place à 22 h 50. Contacteur collé, remplacé. Température jamais au-dessus de 7,4 °C.' }),
  mission('APPROVED', 'yann', [-61, 8, 6], 980, 'Halles de Concarneau', 'Trois étals, reprise des évaporateurs', 'Avant l’ouverture, une allée après l’autre.', { report: 'Trois évaporateurs nettoyés et recollés. Le quatrième est à remplacer.' }),
  mission('OPEN', null, [4, 9, 4], 380, 'Métallerie Gaudin & Fils', 'Groupe de secours à raccorder', 'Raccordement électrique et hydraulique d’un groupe loué, pour trois semaines.', { asked: [['ronan', 'Disponible toute la matinée, j’ai l’habilitation HTA.']] }),
  mission('OPEN', null, [6, 8, 8], 1150, 'Salaisons du Blavet', 'Gaines textiles, séchoir 4', 'Dépose des gaines en tôle, pose des gaines textiles fournies. Nacelle sur place.', { project: 'Séchoirs 3 et 4', asked: [['katell', 'J’ai posé celles du séchoir 3 en septembre, je connais les lieux.'], ['youssef', 'Deux compagnons disponibles ce jour-là.']] }),
  mission('OPEN', null, [7, 9, 3], 290, 'Cabinet Orel Notaires', 'Climatisation de la baie informatique', 'Remplacement du ventilateur intérieur, hors des heures de signature.'),
  mission('OPEN', null, [10, 8, 6], 740, 'Hôtel Anse Mitan', 'Mise en route de saison, 24 chambres', 'Nettoyage, désinfection et contrôle de chaque chambre.'),
  mission('OPEN', null, [11, 7, 9], 1280, 'Marée du Cotentin', 'Levage de la machine à glace', 'Guidage au sol et calage sur le toit, la grue est réservée.', { project: 'Machine à glace, 500 kg' }),
  mission('OPEN', null, [13, 9, 2], 160, 'Brasserie La Timonerie', 'Relevé avant devis', 'Mesurer les deux vitrines et le local technique, photos demandées.'),
  mission('IN_PROGRESS', 'katell', [-1, 8, 10], 1620, 'Salaisons du Blavet', 'Calorifuge du séchoir 3', 'Reprise du calorifuge après la pose des gaines.', { project: 'Séchoirs 3 et 4' }),
  mission('ASSIGNED', 'ronan', [2, 8, 6], 640, 'Boulangeries Lemarchand', 'Coffret du laboratoire central', 'Nouveau départ de 32 A pour la chambre du laboratoire.', { project: 'Chambres de pousse, six magasins' }),
  mission('ASSIGNED', 'elodie', [6, 8, 12], 1340, 'Froid Ravine Blanche', 'Formation au R-448A', 'Deux jours à Saint-Pierre pour deux techniciens.', { project: 'Stock de pièces et formation' }),
  mission('DELIVERED', 'youssef', [-3, 8, 7], 920, 'Résidence Les Alizés', 'Campagne de mesures', 'Pose de huit enregistreurs, une semaine.', { project: 'Audit énergétique de la chaufferie', report: 'Huit enregistreurs posés, plan joint. Dépose prévue lundi.' }),
  mission('APPROVED', 'ronan', [-38, 8, 7], 760, 'Transports Kervella', 'Armoire électrique du quai 1', 'Remplacer le coffret et les protections.', { project: 'Rénovation du quai froid', report: 'Coffret posé et repéré, schéma laissé dans la porte.' }),
  mission('APPROVED', 'youssef', [-140, 8, 30], 4300, 'Lycée Per-Jakez', 'Pose des deux chaudières', 'Pendant la fermeture, accès par la cour nord.', { project: 'Remplacement de la chaufferie', report: 'Terminé deux jours avant la date. Réglages faits avec le technicien du rectorat.' }),
  mission('APPROVED', 'elodie', [-52, 8, 5], 540, 'Froid Ravine Blanche', 'Inventaire du dépôt', 'Compter et étiqueter les pièces arrivées par le bateau.', { project: 'Stock de pièces et formation', report: '214 références, onze manquantes signalées au transporteur.' }),
  mission('APPROVED', 'katell', [-84, 8, 8], 1180, 'Viviers de Roscanvel', 'Calorifuge des conduites d’eau de mer', 'Isolant à cellules fermées, colliers inox.', { project: 'Secours des viviers', report: '62 mètres posés. Deux vannes rendues accessibles.' }),
  mission('APPROVED', 'ronan', [-112, 9, 4], 480, 'Laiterie du Ménez-Bré', 'Variateur de la ligne 1', 'Remplacement, paramètres repris de l’ancien.', { report: 'Paramètres sauvegardés et remis à la maintenance.' }),
  mission('CANCELLED', null, [-20, 9, 4], 350, 'Hôtel du Vieux Port', 'Pose de la hotte', 'Reportée sans date : l’acompte n’est pas arrivé.', { project: 'Ventilation des cuisines' }),
  mission('DRAFT', null, [21, 8, 14], 2100, 'Mairie de Plougastel', 'Pose des deux chambres positives', 'À ouvrir quand les plans seront approuvés.', { project: 'Cuisine centrale, froid positif' }),
  mission('DRAFT', null, [40, 8, 40], 6800, 'Laiterie du Ménez-Bré', 'Tunnel, dépose et pose', 'Pendant l’arrêt d’hiver, deux équipes.', { project: 'Tunnel de refroidissement, ligne 2' }),
];
