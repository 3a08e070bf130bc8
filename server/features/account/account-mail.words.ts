import { defineWords } from '../../core/words.js';

/** Each letter has a subject, a text whose paragraphs a blank line parts, and the words of its button where it has one. */
defineWords({
  'letter.greeting': { fr: 'Bonjour {name},', en: 'Hello {name},' },
  'letter.stranger': { fr: 'Bonjour,', en: 'Hello,' },

  'letter.welcome.subject': { fr: 'Votre compte Prisme', en: 'Your Prisme account' },
  'letter.welcome.text': {
    fr: '{by} vous a ouvert un compte. Choisissez votre mot de passe : vous vous connecterez avec {email}.\n\nCe lien sert une fois, pendant trois jours ; après, « Mot de passe oublié » vous en envoie un autre.',
    en: '{by} opened an account for you. Choose your password: you will sign in with {email}.\n\nThis link works once, for three days; afterwards “Forgotten password” sends you another.',
  },
  'letter.welcome.action': { fr: 'Choisir mon mot de passe', en: 'Choose my password' },

  'letter.reset.subject': { fr: 'Choisir un nouveau mot de passe', en: 'Choose a new password' },
  'letter.reset.text': {
    fr: 'Vous avez demandé à choisir un nouveau mot de passe. Ce lien sert une fois, pendant une heure.\n\nSi vous n’avez rien demandé, ne faites rien : votre mot de passe reste le même.',
    en: 'You asked to choose a new password. This link works once, for an hour.\n\nIf you asked for nothing, do nothing: your password stays as it is.',
  },
  'letter.reset.action': { fr: 'Choisir un mot de passe', en: 'Choose a password' },

  'letter.passwordChanged.subject': { fr: 'Votre mot de passe a changé', en: 'Your password has changed' },
  'letter.passwordChanged.text': {
    fr: 'Le mot de passe de votre compte {email} vient de changer, et vos autres appareils ont été déconnectés.\n\nSi ce n’est pas vous, choisissez-en un nouveau tout de suite, par « Mot de passe oublié » :',
    en: 'The password of your account {email} has just changed, and your other devices were signed out.\n\nIf it was not you, choose a new one at once, by “Forgotten password”:',
  },
  'letter.passwordChanged.action': { fr: 'Ce n’était pas moi', en: 'It was not me' },

  'letter.oldEmail.subject': { fr: 'Changement d’adresse à confirmer', en: 'A change of address to confirm' },
  'letter.oldEmail.text': {
    fr: 'Votre compte {email} doit passer à l’adresse {newEmail}. Les deux adresses le confirment : celle-ci, et la nouvelle.\n\nSi ce n’est pas vous, ouvrez le lien et annulez. Il sert pendant un jour.',
    en: 'Your account {email} is to move to the address {newEmail}. Both addresses confirm it: this one, and the new one.\n\nIf it was not you, open the link and cancel. It works for a day.',
  },
  'letter.oldEmail.action': { fr: 'Confirmer ou annuler', en: 'Confirm or cancel' },

  'letter.newEmail.subject': { fr: 'Confirmez votre nouvelle adresse', en: 'Confirm your new address' },
  'letter.newEmail.text': {
    fr: 'Cette adresse doit devenir celle d’un compte Prisme. Confirmez qu’elle est à vous ; l’ancienne adresse confirme aussi. Le lien sert pendant un jour.\n\nSi vous n’avez rien demandé, ne faites rien.',
    en: 'This address is to become that of a Prisme account. Confirm that it is yours; the old address confirms too. The link works for a day.\n\nIf you asked for nothing, do nothing.',
  },
  'letter.newEmail.action': { fr: 'Confirmer cette adresse', en: 'Confirm this address' },

  'letter.emailTaken.subject': { fr: 'Quelqu’un a voulu prendre votre adresse', en: 'Somebody wanted to take your address' },
  'letter.emailTaken.text': {
    fr: 'Un autre compte a demandé à passer à l’adresse {email}, qui est celle de votre compte. Rien n’a changé, et il n’en saura rien.\n\nSi c’est vous, avec un second compte, gardez celui-ci ou choisissez une autre adresse.',
    en: 'Another account asked to move to the address {email}, which is that of your account. Nothing has changed, and they are not told.\n\nIf it is you, with a second account, keep this one or choose another address.',
  },

  'letter.emailChanged.subject': { fr: 'L’adresse de votre compte a changé', en: 'The address of your account has changed' },
  'letter.emailChanged.text': {
    fr: 'Votre compte est passé de {email} à {newEmail}. C’est avec cette adresse que vous vous connectez désormais.\n\nSi ce n’est pas vous, prévenez tout de suite la personne qui gère les comptes.',
    en: 'Your account has moved from {email} to {newEmail}. That is the address you sign in with from now on.\n\nIf it was not you, tell the person who manages the accounts at once.',
  },

  'letter.register.subject': { fr: 'Confirmez votre adresse', en: 'Confirm your address' },
  'letter.register.text': {
    fr: 'Il reste à confirmer cette adresse pour ouvrir votre compte. Le lien sert pendant un jour ; il vous demandera le mot de passe que vous avez choisi.\n\nSi vous n’avez rien demandé, ne faites rien : aucun compte ne sera ouvert.',
    en: 'Your address is left to be confirmed for your account to open. The link works for a day; it asks for the password you chose.\n\nIf you asked for nothing, do nothing: no account will be opened.',
  },
  'letter.register.action': { fr: 'Confirmer mon adresse', en: 'Confirm my address' },

  'letter.hasAccount.subject': { fr: 'Vous avez déjà un compte', en: 'You have an account already' },
  'letter.hasAccount.text': {
    fr: 'Quelqu’un a voulu ouvrir un compte avec votre adresse {email}, qui en a déjà un. Rien n’a changé.\n\nSi c’est vous, connectez-vous ; si le mot de passe vous échappe, la page de connexion vous en fait choisir un autre.',
    en: 'Somebody wanted to open an account with your address {email}, which has one already. Nothing has changed.\n\nIf it was you, sign in; if the password escapes you, the sign-in page lets you choose another.',
  },
  'letter.hasAccount.action': { fr: 'Se connecter', en: 'Sign in' },

  'letter.signIn.subject': { fr: 'Votre lien de connexion', en: 'Your link to sign in' },
  'letter.signIn.text': {
    fr: 'Ce lien vous connecte, une fois, pendant un quart d’heure. Ne le transmettez à personne.\n\nSi vous n’avez rien demandé, ne faites rien.',
    en: 'This link signs you in, once, for a quarter of an hour. Pass it on to nobody.\n\nIf you asked for nothing, do nothing.',
  },
  'letter.signIn.action': { fr: 'Se connecter', en: 'Sign in' },
});
