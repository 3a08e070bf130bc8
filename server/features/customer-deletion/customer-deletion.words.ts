import { defineWords } from '../../core/words.js';

defineWords({
  KEPT_INVOICES: {
    fr: 'Factures émises : {count}. La loi les garde dix ans, avec la fiche.',
    en: 'Issued invoices: {count}. The law keeps them ten years, and the record with them.',
  },
  KEPT_DRAFTS: {
    fr: 'Brouillons de facture : {count}. Supprimez-les d’abord.',
    en: 'Draft invoices: {count}. Delete them first.',
  },
  KEPT_PAYMENTS: {
    fr: 'Paiements reçus : {count}. La comptabilité les garde.',
    en: 'Payments received: {count}. The books keep them.',
  },
  KEPT_ORDERS: { fr: 'Commandes : {count}. La comptabilité les garde.', en: 'Orders: {count}. The books keep them.' },
  KEPT_CONSENTS: {
    fr: 'Consentements recueillis : {count}. La preuve en est gardée.',
    en: 'Consents recorded: {count}. Their proof is kept.',
  },
  KEPT_PROJECTS: {
    fr: 'Projets : {count}. Leur histoire tient à cette fiche.',
    en: 'Projects: {count}. Their history hangs on this record.',
  },
  KEPT_MISSIONS: {
    fr: 'Missions : {count}. Leur histoire tient à cette fiche.',
    en: 'Missions: {count}. Their history hangs on this record.',
  },
  KEPT_WORK_ORDERS: {
    fr: 'Ordres de travail : {count}. Leur histoire tient à cette fiche.',
    en: 'Work orders: {count}. Their history hangs on this record.',
  },
  KEPT_ELSEWHERE: { fr: 'Autre chose tient encore à cette fiche.', en: 'Something else still hangs on this record.' },
  NAME_DIFFERS: { fr: 'Ce n’est pas le nom de ce client.', en: 'This is not the customer’s name.' },
});
