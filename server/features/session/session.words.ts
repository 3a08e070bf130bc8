import { defineWords } from '../../core/words.js';

defineWords({
  SESSION_ENDED: { fr: 'Votre session est terminée. Reconnectez-vous.', en: 'Your session has ended. Sign in again.' },
  WRONG_PASSWORD: { fr: 'Ce n’est pas votre mot de passe.', en: 'This is not your password.' },
  DEVICE_ON: { fr: '{browser} sur {system}', en: '{browser} on {system}' },
  DEVICE_UNKNOWN: { fr: 'Navigateur inconnu', en: 'Unknown browser' },
});
