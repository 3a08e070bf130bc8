import { defineWords } from '../../core/words.js';

defineWords({
  SAME_PASSWORD: { fr: 'C’est déjà votre mot de passe.', en: 'This is your password already.' },
  SAME_EMAIL: { fr: 'C’est déjà votre adresse.', en: 'This is your address already.' },
  UNKNOWN_LOCALE: { fr: 'Français ou anglais.', en: 'French or English.' },
  LINK_UNKNOWN: {
    fr: 'Ce lien n’est pas de nous, ou il n’est pas entier. Recopiez-le en entier.',
    en: 'This link is not ours, or not whole. Copy all of it.',
  },
  LINK_USED: { fr: 'Ce lien a déjà servi.', en: 'This link was used already.' },
  LINK_EXPIRED: { fr: 'Ce lien n’est plus valable.', en: 'This link has expired.' },
  LINK_REPLACED: {
    fr: 'Un lien plus récent remplace celui-ci, ou la demande a été annulée.',
    en: 'A newer link took the place of this one, or the request was called off.',
  },
  LINK_OF_ANOTHER: {
    fr: 'Ce lien est celui d’un autre compte que le vôtre. Déconnectez-vous avant de l’ouvrir.',
    en: 'This link is for another account than yours. Sign out before you open it.',
  },
  NO_EMAIL_CHANGE: { fr: 'Aucun changement d’adresse n’est en attente.', en: 'No change of address is waiting.' },
  EMAIL_TAKEN_SINCE: {
    fr: 'Un autre compte a pris cette adresse entre-temps.',
    en: 'Another account took this address in the meantime.',
  },
  REGISTRATION_CLOSED: {
    fr: 'On n’ouvre pas de compte soi-même ici. Demandez une invitation à la personne qui vous suit.',
    en: 'Accounts are not opened by oneself here. Ask the person who looks after you for an invitation.',
  },
  MAGIC_LINK_CLOSED: {
    fr: 'La connexion par lien n’est pas ouverte. Utilisez votre mot de passe.',
    en: 'Signing in by a link is not open. Use your password.',
  },
  HAS_ACCOUNT: {
    fr: 'Cette adresse a déjà un compte. Connectez-vous.',
    en: 'This address has an account already. Sign in.',
  },
});
