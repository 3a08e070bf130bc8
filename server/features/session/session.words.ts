import { defineWords } from '../../core/words.js';

defineWords({
  WRONG_CREDENTIALS: {
    fr: 'Adresse e-mail ou mot de passe incorrect.',
    en: 'Wrong e-mail address or password.',
  },
  SESSION_ENDED: { fr: 'Votre session est terminée. Reconnectez-vous.', en: 'Your session has ended. Sign in again.' },
});
