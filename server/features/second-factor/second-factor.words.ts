import { defineWords } from '../../core/words.js';

defineWords({
  WRONG_CODE: {
    fr: 'Code incorrect, ou déjà utilisé. Attendez le suivant et réessayez.',
    en: 'Wrong code, or already used. Wait for the next one and try again.',
  },
  TOTP_THERE: {
    fr: 'Une application est déjà associée à votre compte. Retirez-la d’abord.',
    en: 'Your account already has an authenticator app. Remove it first.',
  },
  TOTP_NOT_STARTED: {
    fr: 'Cette configuration a expiré. Recommencez.',
    en: 'This set-up has expired. Start again.',
  },
  TOTP_NOT_THERE: { fr: 'Aucune application n’est associée à votre compte.', en: 'Your account has no authenticator app.' },
  NO_SECOND_FACTOR: {
    fr: 'Ajoutez d’abord une application ou une clé d’accès.',
    en: 'Add an authenticator app or a passkey first.',
  },
  PASSKEY_REFUSED: {
    fr: 'Cette clé d’accès n’a pas été acceptée. Recommencez.',
    en: 'This passkey was not accepted. Try again.',
  },
  PASSKEY_TAKEN: { fr: 'Cette clé d’accès est déjà enregistrée.', en: 'This passkey is already registered.' },
  PASSKEYS_FULL: { fr: 'Vous avez déjà {most} clés d’accès.', en: 'You already have {most} passkeys.' },
});
