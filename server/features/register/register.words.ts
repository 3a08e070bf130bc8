import { defineWords } from '../../core/words.js';

defineWords({
  SAFEGUARD_NEEDED: {
    fr: 'Dites ce qui encadre ce transfert hors de l’Union européenne (RGPD, articles 45 et 46).',
    en: 'Say what makes this transfer outside the European Union lawful (RGPD, articles 45 and 46).',
  },
  ENDS_BEFORE_IT_STARTS: { fr: 'La fin précède le début.', en: 'It ends before it starts.' },
  ACTIVITY_NAME_TAKEN: { fr: 'Un traitement porte déjà ce nom.', en: 'An activity has this name already.' },
  UNKNOWN_PROCESSOR: { fr: 'Ce sous-traitant n’existe pas.', en: 'There is no such processor.' },
  CONTRACT_IN_THE_FUTURE: { fr: 'Cette date est dans le futur.', en: 'This date is in the future.' },
});
