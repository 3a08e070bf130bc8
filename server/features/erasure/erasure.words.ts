import { defineWords } from '../../core/words.js';

defineWords({
  ERASED_ALREADY: { fr: 'Ce client est déjà effacé.', en: 'This customer is erased already.' },
  ERASE_HELD: { fr: 'Une conservation légale l’interdit. Levez-la d’abord.', en: 'A legal hold forbids it. Lift it first.' },
  ERASE_OPEN_INVOICES: {
    fr: 'Des factures restent à payer : elles sont nécessaires à l’exécution du contrat.',
    en: 'Invoices are still to be paid: they are needed for the contract.',
  },
  ERASE_WORK_UNDER_WAY: { fr: 'Des missions sont en cours.', en: 'Missions are under way.' },
  ERASE_EXPORT_RUNNING: {
    fr: 'Un export est en cours : il emporterait ces données. Attendez sa fin, ou annulez-le.',
    en: 'An export is under way: it would take these data along. Wait for its end, or stop it.',
  },
  ERASE_IMPORT_RUNNING: {
    fr: 'Un import est en cours : il pourrait recréer la fiche. Attendez sa fin.',
    en: 'An import is under way: it might make the record anew. Wait for its end.',
  },
  ERASE_NAME_DIFFERS: { fr: 'Ce n’est pas le nom de ce client.', en: 'This is not the customer’s name.' },
  ERASE_UNKNOWN_REQUEST: {
    fr: 'Cette demande d’effacement est introuvable chez ce client, ou pas encore identifiée.',
    en: 'This customer has no such request to be erased, or it is not sure yet who asks.',
  },
  ERASE_ANSWER_NEEDED: { fr: 'Écrivez ce qui est répondu à la personne.', en: 'Write what the person is answered.' },
  KEPT_AS_PROOF: {
    fr: 'Preuve des consentements, sans les notes (RGPD, articles 7.1 et 17.3 e).',
    en: 'Proof of consents, without the notes (RGPD, articles 7.1 and 17.3 e).',
  },
  KEPT_AS_TRAIL: {
    fr: 'Journal de sécurité scellé, lu par les seules personnes habilitées (RGPD, articles 5.2 et 32).',
    en: 'Sealed security trail, read by those with the permission only (RGPD, articles 5.2 and 32).',
  },
  KEPT_BY_THE_BOOKS: {
    fr: 'Pièces comptables, dix ans dans une archive restreinte (code de commerce, L123-22 ; RGPD, article 17.3 b).',
    en: 'Books, ten years in a restricted archive (code de commerce, L123-22; RGPD, article 17.3 b).',
  },
});
