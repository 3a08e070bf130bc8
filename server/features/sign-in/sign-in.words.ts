import { defineWords } from '../../core/words.js';

defineWords({
  WRONG_CREDENTIALS: {
    fr: 'Adresse e-mail ou mot de passe incorrect.',
    en: 'Wrong e-mail address or password.',
  },
  CHALLENGE_OVER: {
    fr: 'Cette connexion a expiré ou a déjà servi. Recommencez.',
    en: 'This sign-in has expired or was already used. Start again.',
  },
  LINK_OVER: {
    fr: 'Ce lien a déjà servi, ou la session est déjà terminée.',
    en: 'This link was already used, or the session has already ended.',
  },
});
