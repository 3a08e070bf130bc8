import { defineWords } from '../../core/words.js';

defineWords({
  STAFF_ONLY: { fr: 'Seule notre équipe peut l’indiquer.', en: 'Only our team may say this.' },
  IN_THE_FUTURE: { fr: 'Cette date est dans le futur.', en: 'This date is in the future.' },
  UNKNOWN_TEXT: { fr: 'Ce texte n’existe pas dans cette version.', en: 'There is no such version of this text.' },
  UNKNOWN_DOCUMENT: { fr: 'Ce document est introuvable chez ce client.', en: 'This customer has no such document.' },
});
