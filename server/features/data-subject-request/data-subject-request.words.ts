import { defineWords } from '../../core/words.js';

defineWords({
  TEAM_ONLY: { fr: 'Seule notre équipe peut l’indiquer.', en: 'Only our team may say this.' },
  REQUEST_DETAILS_NEEDED: { fr: 'Dites ce qui est à corriger.', en: 'Say what is to be put right.' },
  REQUEST_IN_THE_FUTURE: { fr: 'Cette date est dans le futur.', en: 'This date is in the future.' },
  REQUEST_OPEN_ALREADY: {
    fr: 'Une demande de ce type est déjà en cours : {reference}.',
    en: 'A request of this kind is open already: {reference}.',
  },
  EXTENSION_TOO_LATE: {
    fr: 'Le premier mois est passé : le délai ne peut plus être prolongé (RGPD, article 12.3).',
    en: 'The first month is over: it can no longer be extended (RGPD, article 12.3).',
  },
  OBJECTION_TO_WHAT: { fr: 'Choisissez à quels usages la personne s’oppose.', en: 'Choose what uses the person objects to.' },
  OBJECTION_ONLY: { fr: 'Seule une opposition vise des usages.', en: 'Only an objection is about uses.' },
  PROOF_OF_PORTAL: {
    fr: 'Cette demande n’a pas été faite depuis le portail : choisissez une autre preuve.',
    en: 'This request was not made in the portal: choose another proof.',
  },
  'letter.dataRequest.subject': { fr: 'Votre demande {reference}', en: 'Your request {reference}' },
  'letter.dataRequest.action': { fr: 'Voir la réponse', en: 'See the answer' },
  'letter.dataRequest.text': {
    fr: 'Au sujet de votre demande {reference} :\n\n{said}\n\nVous pouvez vous adresser à la CNIL (www.cnil.fr) si cette réponse ne vous convient pas.',
    en: 'About your request {reference}:\n\n{said}\n\nYou may turn to the CNIL (www.cnil.fr) where this answer does not suit you.',
  },
});
