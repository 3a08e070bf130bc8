import { defineWords } from '../../core/words.js';

defineWords({
  PASSWORD_COMMON: {
    fr: 'Ce mot de passe figure parmi ceux que l’on essaie en premier. Choisissez-en un autre : quelques mots sans rapport font l’affaire.',
    en: 'This password is among those that are tried first. Choose another: a few unrelated words will do.',
  },
  PASSWORD_PERSONAL: {
    fr: 'Ce mot de passe tient à votre nom, à votre adresse ou au nôtre. Choisissez-en un que l’on ne devine pas.',
    en: 'This password is made of your name, your address or ours. Choose one that nobody guesses.',
  },
});
