import { defineWords } from '../../core/words.js';

defineWords({
  SHARE_TOO_LONG: {
    fr: 'Choisissez une date à venir, dans l’année.',
    en: 'Choose a date to come, within a year.',
  },
  SHARE_OVER: {
    fr: 'Ce lien ne donne plus accès au document. Demandez-en un autre à qui vous l’a envoyé.',
    en: 'This link no longer gives the document. Ask whoever sent it for another.',
  },
  SHARE_WRONG_PASSWORD: { fr: 'Ce mot de passe n’est pas le bon.', en: 'This password is not the right one.' },
});
