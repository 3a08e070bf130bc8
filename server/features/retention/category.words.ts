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
};

for (const [category, [name, counted, source]] of Object.entries(said))
  defineWords({
    [`retention.${category}`]: { fr: name[0], en: name[1] },
    [`retention.${category}.counted`]: { fr: counted[0], en: counted[1] },
    [`retention.${category}.source`]: { fr: source[0], en: source[1] },
  });
