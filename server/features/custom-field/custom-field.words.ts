import { defineWords } from '../../core/words.js';

defineWords({
  INVALID_FIELD_KEY: {
    fr: 'Une clé commence par une lettre et n’a que des minuscules, des chiffres et des tirets bas, 40 signes au plus : surface_m2.',
    en: 'A key begins with a letter and is of small letters, digits and underscores, 40 at most: floor_area.',
  },
  FIELD_KEY_TAKEN: {
    fr: 'Un autre champ a déjà cette clé, peut-être archivé.',
    en: 'Another field has this key, maybe one that is archived.',
  },
  TOO_MANY_FIELDS: {
    fr: 'Pas plus de {max} champs à la fois : archivez-en un.',
    en: 'No more than {max} fields at once: archive one.',
  },
  FIELD_IN_USE: {
    fr: 'Ce champ est rempli chez {count} clients de l’autre type : videz-le d’abord.',
    en: 'This field is filled in for {count} customers of the other kind: empty it there first.',
  },
  CHOICES_OF_A_CHOICE: {
    fr: 'Seul un champ à choix a des choix.',
    en: 'Only a field of choices has choices.',
  },
  NO_CHOICE_LEFT: { fr: 'Au moins un choix qu’on peut donner.', en: 'At least one choice that can be given.' },
  CHOICE_TWICE: { fr: 'Deux choix ont ce libellé.', en: 'Two choices have this label.' },
  CHOICE_IN_USE: {
    fr: '« {label} » est donné à {count} clients : retirez ce choix au lieu de le supprimer.',
    en: '“{label}” is given to {count} customers: retire it instead of deleting it.',
  },
  INVALID_NUMBER: {
    fr: 'Ce n’est pas un nombre : des chiffres, et une virgule s’il le faut. 12 avant elle et 6 après au plus, 15 en tout.',
    en: 'Not a number: digits, and a point where needed. 12 before it and 6 behind at most, 15 in all.',
  },
  INVALID_DAY: { fr: 'Ce jour n’existe pas.', en: 'There is no such day.' },
  UNKNOWN_CHOICE: { fr: 'Ce n’est pas un choix de ce champ.', en: 'Not a choice of this field.' },
  CHOICE_RETIRED: {
    fr: 'Ce choix n’est plus proposé : prenez-en un autre.',
    en: 'This choice is not given any more: take another.',
  },
  UNKNOWN_CUSTOM_FIELD: {
    fr: 'Ce champ n’existe pas, ou est archivé.',
    en: 'There is no such field, or it is archived.',
  },
  GIVEN_TWICE: { fr: 'Ce champ est donné deux fois.', en: 'This field is given twice.' },
  FIELD_NOT_FOR_KIND: {
    fr: 'Ce champ n’est pas pour ce type de client.',
    en: 'This field is not for this kind of customer.',
  },
});
