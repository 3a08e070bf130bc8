import { defineWords } from '../../core/words.js';
import { RetentionCategory } from './retention-rule.entity.js';

type Said = [fr: string, en: string];
const storage: Said = ['RGPD, article 5.1 e : pas plus longtemps que nécessaire.', 'RGPD, article 5.1 e: no longer than needed.'];
const logs: Said = [
  'CNIL, recommandation sur la journalisation (2021) : de six mois à un an.',
  'CNIL, recommendation on logs (2021): six months to a year.',
];

/** What it is, from which day it counts, and where the period comes from. */
const said: Record<RetentionCategory, [name: Said, counted: Said, source: Said]> = {
  SESSIONS: [['Sessions terminées', 'Sessions that are over'], ['la fin de la session', 'the end of the session'], logs],
  DEVICES: [
    ['Navigateurs connus', 'Known browsers'],
    ['la dernière connexion avec ce navigateur', 'the last sign-in with that browser'],
    [
      'CNIL, lignes directrices sur les traceurs (2020) : treize mois au plus.',
      'CNIL, guidelines on cookies (2020): thirteen months at most.',
    ],
  ],
  WAYS_IN: [
    ['Liens, codes et jetons périmés', 'Links, codes and tokens that are over'],
    ['leur emploi ou leur fin', 'their use or their end'],
    storage,
  ],
  INVITATIONS: [
    ['Invitations closes', 'Invitations that are closed'],
    ['l’acceptation, le retrait ou la fin', 'when it was accepted, revoked or over'],
    storage,
  ],
  LETTERS: [
    ['E-mails des comptes, réponses aux personnes effacées', 'Mails of accounts, answers to people who were erased'],
    ['le jour de l’envoi', 'the day it was written'],
    storage,
  ],
  EXPORTS: [
    ['Exports terminés', 'Exports that are over'],
    ['la fin de l’export et de son fichier', 'the end of the export and of its file'],
    logs,
  ],
  IMPORT_REPORTS: [
    ['Lignes refusées des imports', 'Lines refused by imports'],
    ['la fin de l’import', 'the end of the import'],
    storage,
  ],
  NOTIFICATIONS: [
    ['Notifications lues', 'Notifications that were read'],
    ['le jour où elle est lue', 'the day it was read'],
    storage,
  ],
  SHARES: [
    ['Liens de partage clos', 'Share links that are closed'],
    ['la fin ou le retrait du lien', 'the end of the link'],
    logs,
  ],
  CONTACT_REFUSALS: [
    ['Envois refusés faute de consentement', 'Mails stopped for want of consent'],
    ['le jour du refus', 'the day it was stopped'],
    ['RGPD, article 5.2 : pouvoir montrer que la règle est suivie.', 'RGPD, article 5.2: to show that the rule is kept.'],
  ],
  SEGMENT_HISTORY: [
    ['Entrées et sorties des segments', 'Comings and goings of segments'],
    ['le jour du passage', 'the day it happened'],
    storage,
  ],
  ARCHIVED_INVOICES: [
    ['Factures archivées de personnes effacées', 'Archived invoices of people who were erased'],
    ['le 31 décembre de l’année de la facture', '31 December of the invoice’s year'],
    ['Code de commerce, L123-22 : dix ans.', 'Code de commerce, L123-22: ten years.'],
  ],
  MAILS: [
    ['E-mails aux clients', 'Mails to customers'],
    ['le jour de l’envoi', 'the day it was written'],
    [
      'CNIL : cinq ans au plus, la durée d’un litige contractuel (code civil, 2224).',
      'CNIL: five years at most, as long as a contract may be disputed (code civil, 2224).',
    ],
  ],
  DATA_REQUESTS: [
    ['Demandes sur les données, une fois closes', 'Requests about data, once closed'],
    ['la clôture de la demande', 'when the request was closed'],
    [
      'CNIL : de trois à six ans, pour prouver la réponse (code de procédure pénale, 8).',
      'CNIL: three to six years, to prove the answer (code de procédure pénale, 8).',
    ],
  ],
  LOOSE_ORDERS: [
    ['Acheteurs de commandes sans client', 'Buyers of orders without a customer'],
    ['la date de la commande', 'the day of the order'],
    [
      'CNIL, référentiel commercial (2022) : trois ans après le dernier contact.',
      'CNIL, commercial guidelines (2022): three years after the last contact.',
    ],
  ],
  LEADS: [
    ['Opportunités sans client', 'Opportunities without a customer'],
    ['la dernière modification', 'its last change'],
    [
      'CNIL, référentiel commercial (2022) : trois ans après le dernier contact.',
      'CNIL, commercial guidelines (2022): three years after the last contact.',
    ],
  ],
  ACCOUNTS: [
    ['Comptes clients inactifs', 'Inactive accounts of clients'],
    ['la dernière connexion', 'the last sign-in'],
    [
      'CNIL, référentiel commercial (2022) : deux ans sans connexion.',
      'CNIL, commercial guidelines (2022): two years without a sign-in.',
    ],
  ],
  PROSPECTS: [
    ['Prospects sans affaire', 'Prospects without any business'],
    ['le dernier contact', 'the last contact'],
    [
      'CNIL, référentiel commercial (2022) : trois ans après le dernier contact.',
      'CNIL, commercial guidelines (2022): three years after the last contact.',
    ],
  ],
  FORMER_CUSTOMERS: [
    ['Anciens clients', 'Former customers'],
    ['la dernière affaire ou le dernier contact', 'the last business or contact'],
    [
      'Code civil, 2224 : cinq ans. Les factures restent dix ans dans l’archive (code de commerce, L123-22).',
      'Code civil, 2224: five years. Invoices stay ten years in the archive (code de commerce, L123-22).',
    ],
  ],
};

for (const [category, [name, counted, source]] of Object.entries(said))
  defineWords({
    [`retention.${category}`]: { fr: name[0], en: name[1] },
    [`retention.${category}.counted`]: { fr: counted[0], en: counted[1] },
    [`retention.${category}.source`]: { fr: source[0], en: source[1] },
  });
