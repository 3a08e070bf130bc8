import { defineWords } from '../../core/words.js';

defineWords({
  NO_SUCH_TYPE: { fr: 'Ce type de fiche n’existe pas.', en: 'There is no such type of record.' },
  NO_SUCH_FIELD: { fr: 'Ce champ n’existe pas.', en: 'There is no such field.' },
  'explain.active': { fr: 'Le compte de {name} est actif', en: 'The account of {name} is active' },
  'explain.suspended': { fr: 'Le compte de {name} est suspendu', en: 'The account of {name} is suspended' },
  'explain.deleted': { fr: 'Le compte de {name} est supprimé', en: 'The account of {name} is deleted' },
  'explain.secondFactorDue': {
    fr: '{name} doit d’abord activer un second facteur pour agir dans ce rôle',
    en: '{name} must first set up a second factor to act in this role',
  },
  'explain.role': { fr: 'Son rôle est ici {role}', en: 'Their role here is {role}' },
  'explain.noRole': { fr: '{name} n’a aucun rôle dans ce portail', en: '{name} has no role in this portal' },
  'explain.exists': { fr: 'La fiche existe', en: 'The record exists' },
  'explain.missing': { fr: 'Aucune fiche de ce type n’a cet identifiant', en: 'No record of this type has this identifier' },
  'explain.none': {
    fr: 'Aucune règle ne montre ce type de fiche à ce rôle',
    en: 'No rule shows this type of record to this role',
  },
  'explain.unworded': { fr: 'La règle de ce type pour ce rôle', en: 'The rule of this type for this role' },
  'explain.asks': {
    fr: 'Le rôle {role} a le droit {permission}, que demande {field}',
    en: 'The role {role} has the permission {permission}, which {field} needs',
  },
  'explain.mayNotAsk': {
    fr: 'Le rôle {role} n’a pas le droit {permission}, que demande {field} ; l’ont : {roles}',
    en: 'The role {role} lacks the permission {permission}, which {field} needs; it is held by: {roles}',
  },
  'explain.nested': {
    fr: 'On n’y arrive que par une autre fiche',
    en: 'One only gets there through another record',
  },
  'explain.openField': {
    fr: 'Le champ {field} se lit avec la fiche, sans autre droit',
    en: 'The field {field} is read with the record, without another permission',
  },
  'explain.seen': { fr: '{name} voit cette fiche.', en: '{name} sees this record.' },
  'explain.seenField': { fr: '{name} voit ce champ.', en: '{name} sees this field.' },
  'explain.through': {
    fr: '{name} voit cette fiche là où une autre y mène, mais ne peut pas la demander par elle seule : {why}.',
    en: '{name} sees this record where another leads to it, but can’t ask for it itself: {why}.',
  },
  'explain.hidden': { fr: '{name} ne voit pas cette fiche : {why}.', en: '{name} does not see this record: {why}.' },
  'explain.hiddenField': { fr: '{name} ne voit pas ce champ : {why}.', en: '{name} does not see this field: {why}.' },
  'explain.not': { fr: 'pas rempli — {rule}', en: 'not met — {rule}' },
  'explain.nobody': { fr: 'personne', en: 'nobody' },
});
