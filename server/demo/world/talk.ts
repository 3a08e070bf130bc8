import type { PersonKey } from './people.js';

export interface Talk {
  kind: 'CALL' | 'EMAIL' | 'MEETING' | 'NOTE';
  title: string;
  body: string | null;
  /** The customer may read it too. */
  shared?: true;
  /** Fits anybody, also a private person or somebody who has bought nothing yet. */
  general?: true;
}

const talk = (kind: Talk['kind'], title: string, body: string | null = null): Talk => ({ kind, title, body });
const general = (...said: Parameters<typeof talk>): Talk => ({ ...talk(...said), general: true });

/** What is said with any customer. `{name}` is the contact's. */
export const talks: readonly Talk[] = [
  talk(
    'CALL',
    'Appel sortant à {name}, 6 min',
    'Tout va bien depuis la dernière visite. Demande si nous faisons aussi la climatisation des bureaux.',
  ),
  talk('CALL', 'Appel entrant de {name}, 3 min', 'Voulait l’heure de passage de demain. Donnée : entre 8 h et 9 h.'),
  general(
    'CALL',
    'Appel sortant à {name}, 11 min',
    'Point sur le devis. Un second prix est attendu, sans nous mettre en concurrence sur l’entretien.',
  ),
  talk(
    'CALL',
    'Appel entrant de {name}, 4 min',
    'Alarme haute cette nuit, retombée d’elle-même. Relevé envoyé, rien d’anormal au compresseur.',
  ),
  general('CALL', 'Appel sans réponse à {name}', 'Message laissé. Rappeler en fin de semaine.'),
  talk('CALL', 'Appel sortant à {name}, 8 min', 'Facture retrouvée chez le comptable, elle part en paiement cette semaine.'),
  talk('CALL', 'Appel entrant de {name}, 2 min', 'Changement d’horaires : ouverture à 6 h à partir du mois prochain.'),
  general('EMAIL', 'Devis envoyé à {name}', 'Deux variantes, avec et sans reprise de l’ancien groupe. Valable un mois.'),
  general(
    'MEETING',
    'Première visite chez {name}',
    'Mesures prises, photos dans les documents. Le passage des conduites se fera par l’extérieur.',
  ),
  talk(
    'EMAIL',
    'Compte rendu de visite envoyé à {name}',
    'Trois pages et six photos. Les deux points à surveiller sont en première page.',
  ),
  talk('EMAIL', 'Réponse de {name} sur l’échéancier', 'D’accord pour deux règlements, à trente jours d’écart.'),
  talk('EMAIL', 'Attestation de contrôle envoyée', null),
  talk(
    'EMAIL',
    'Question de {name} sur le fluide',
    'Demande si le R-404A pourra encore être complété. Répondu : oui avec du fluide régénéré, mais mieux vaut prévoir la conversion.',
  ),
  talk(
    'MEETING',
    'Visite sur place avec {name}',
    'Tour complet des installations. Le local technique est propre, la condensation vient de la porte et non du groupe.',
  ),
  talk(
    'MEETING',
    'Point trimestriel avec {name}',
    'Délai d’intervention jugé bon. Souhaite un seul interlocuteur pour les pièces et l’entretien.',
  ),
  talk(
    'MEETING',
    'Réunion de chantier',
    'Présents : {name}, notre conducteur de travaux et l’électricien. Le passage des câbles est réglé.',
  ),
  talk('MEETING', 'Café avec {name}', 'Pas d’affaire en vue avant le printemps, mais un projet d’agrandissement se dessine.'),
  general('NOTE', 'Préférence de contact', 'Joindre {name} le matin, avant 10 h. L’après-midi, passer par l’accueil.'),
  general('NOTE', 'Accès au site', 'Clé chez le voisin en dehors des heures d’ouverture. Prévenir la veille.'),
  talk('NOTE', 'Matériel en place', 'Deux groupes de 2014 en bon état, un troisième à remplacer sous deux ans.'),
  talk('NOTE', 'Concurrence', 'Un confrère de Rennes est passé la semaine dernière. Il n’a pas vu les chambres négatives.'),
  talk('NOTE', 'Facturation', 'Indiquer le numéro de commande sur chaque facture, sinon elle revient.'),
];

interface Told extends Talk {
  daysAgo: number;
  at: [hour: number, minute: number];
  author: PersonKey;
  pinned?: true;
}

/** The last weeks with Transports Kervella, whose page people look at first. */
export const kervellaTalks: readonly Told[] = [
  {
    kind: 'CALL',
    title: 'Appel sortant à Maëlle Kervella, 6 min',
    body: 'Accord de principe pour un règlement en deux fois. Elle attend notre échéancier avant mardi.',
    daysAgo: 0,
    at: [10, 42],
    author: 'claire',
  },
  {
    kind: 'NOTE',
    title: 'Passer par Erwan Tanguy pour les relances',
    body: 'La comptable a changé. Erwan tient l’échéancier, Maëlle signe.',
    daysAgo: 2,
    at: [16, 20],
    author: 'nadia',
    pinned: true,
  },
  {
    kind: 'EMAIL',
    title: 'Réponse sur le quai 1',
    body: 'Confirmé : le quai 1 reste en froid pendant les travaux du quai 2.',
    shared: true,
    daysAgo: 2,
    at: [11, 3],
    author: 'claire',
  },
  {
    kind: 'MEETING',
    title: 'Point de chantier, quai froid',
    body: 'Présents : Maëlle Kervella, Solenn Abgrall, Yann Le Goff. Le groupe du quai 2 est arrivé. Livraisons interdites entre 11 h et 13 h. Prochain point la semaine prochaine.',
    shared: true,
    daysAgo: 8,
    at: [9, 30],
    author: 'claire',
  },
  {
    kind: 'CALL',
    title: 'Appel entrant de Solenn Abgrall, 4 min',
    body: 'La porte du quai 3 ferme mal. À regarder pendant la pose, sans devis si c’est le joint.',
    daysAgo: 13,
    at: [14, 12],
    author: 'loic',
  },
  {
    kind: 'EMAIL',
    title: 'Devis de la tranche 2 remis',
    body: 'Quai 3 en option. Réponse demandée avant la fin du mois.',
    shared: true,
    daysAgo: 11,
    at: [17, 45],
    author: 'claire',
  },
  {
    kind: 'CALL',
    title: 'Appel sortant à Erwan Tanguy, 7 min',
    body: 'Trois factures échues. Il a bien reçu les originaux, il manque un bon de commande qu’il demande à l’exploitation.',
    daysAgo: 16,
    at: [11, 5],
    author: 'gwen',
  },
  {
    kind: 'MEETING',
    title: 'Réception du quai 1',
    body: 'PV signé sans réserve. 2 °C tenus depuis 6 h du matin.',
    shared: true,
    daysAgo: 30,
    at: [15, 0],
    author: 'claire',
  },
  {
    kind: 'NOTE',
    title: 'Contrat cadre',
    body: 'Il se termine à la fin de l’année. Proposer la maintenance en même temps que la tranche 2.',
    daysAgo: 36,
    at: [18, 10],
    author: 'claire',
  },
  {
    kind: 'CALL',
    title: 'Appel de nuit, astreinte',
    body: 'Alarme au quai 1 à 2 h 10. Compresseur bloqué, quai vidé vers le quai 3. Remplacement décidé sur place.',
    daysAgo: 73,
    at: [2, 40],
    author: 'loic',
  },
];
