import { defineWords } from '../../core/words.js';

defineWords({
  EMAIL_TAKEN: { fr: 'Un compte existe déjà avec cette adresse.', en: 'There is an account with this address already.' },
  OWN_ACCOUNT: {
    fr: 'Vous ne pouvez pas faire cela à votre propre compte.',
    en: 'You can’t do this to your own account.',
  },
  LAST_SUPERADMIN: {
    fr: 'C’est le dernier superadministrateur actif : nommez-en un autre d’abord.',
    en: 'This is the last active superadmin: name another one first.',
  },
  UNKNOWN_ROLE: { fr: 'Ce rôle n’existe pas.', en: 'There is no such role.' },
  NO_ROLE: { fr: 'Donnez au moins un rôle.', en: 'Give at least one role.' },
  ROLE_ABOVE_YOURS: {
    fr: 'Ce rôle n’est pas en dessous du vôtre : vous ne pouvez ni le donner ni le retirer.',
    en: 'This role is not below yours: you can neither give nor take it.',
  },
  RANK_ABOVE_YOURS: { fr: 'Au plus {most}, en dessous de votre propre rang.', en: 'At most {most}, below your own rank.' },
  UNKNOWN_PERMISSION: { fr: 'Droit inconnu : {permission}.', en: 'Unknown permission: {permission}.' },
  PERMISSION_NOT_YOURS: {
    fr: 'Vous n’avez pas ce droit vous-même : {permission}.',
    en: 'You don’t have this permission yourself: {permission}.',
  },
  PERMISSION_NEEDED: {
    fr: 'Sans ce droit, plus personne ne pourrait revenir en arrière : {permission}.',
    en: 'Without this permission nobody could ever undo it: {permission}.',
  },
  INVALID_ROLE_KEY: {
    fr: 'De 2 à 40 lettres minuscules, chiffres ou tirets, en commençant par une lettre.',
    en: '2 to 40 lower-case letters, digits or hyphens, beginning with a letter.',
  },
  ROLE_KEY_TAKEN: { fr: 'Un rôle a déjà cette clé.', en: 'A role has this key already.' },
  ROLE_BUILT_IN: { fr: 'Ce rôle fait partie de Prisme : il reste.', en: 'This role is part of Prisme: it stays.' },
  ROLE_IN_USE: {
    fr: '{count} personne(s) ont ce rôle : donnez-leur-en un autre d’abord.',
    en: '{count} people have this role: give them another one first.',
  },
  FORMER_ACCOUNT: { fr: 'Ancien compte {mark}', en: 'Former account {mark}' },
});
