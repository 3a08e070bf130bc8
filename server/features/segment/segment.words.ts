import { defineWords } from '../../core/words.js';

defineWords({
  RULE_SHAPE: { fr: 'Cette règle n’a pas la forme attendue.', en: 'This rule is not of the expected shape.' },
  RULE_VERSION: { fr: 'Cette version de règle est inconnue.', en: 'This version of rules is unknown.' },
  RULE_MATCH: { fr: 'Choisissez : toutes ou au moins une.', en: 'Choose: all of them, or any.' },
  RULE_EMPTY: { fr: 'Ajoutez au moins une condition.', en: 'Add a condition at least.' },
  RULE_TOO_DEEP: { fr: '{max} niveaux de groupes au plus.', en: '{max} levels of groups at most.' },
  RULE_TOO_LONG: { fr: '{max} conditions au plus.', en: '{max} conditions at most.' },
  RULE_FIELD: {
    fr: 'Ce champ n’existe pas, ou ne vous est pas ouvert.',
    en: 'There is no such field, or it is not open to you.',
  },
  RULE_OPERATOR: { fr: 'Cette comparaison ne va pas avec ce champ.', en: 'This comparison does not go with this field.' },
  RULE_VALUE_MISSING: { fr: 'Indiquez une valeur.', en: 'Give a value.' },
  RULE_NO_VALUE: { fr: 'Cette comparaison n’attend pas de valeur.', en: 'This comparison takes no value.' },
  RULE_NUMBER: { fr: 'Indiquez un nombre.', en: 'Give a number.' },
  RULE_DAY: { fr: 'Indiquez un jour qui existe.', en: 'Give a day that exists.' },
  RULE_DAYS: { fr: 'Indiquez un nombre de jours, de 1 à {max}.', en: 'Give a number of days, from 1 to {max}.' },
  RULE_CHOICE: { fr: 'Ce choix n’existe pas.', en: 'There is no such choice.' },
  RULE_NO_PERIOD: { fr: 'Ce champ ne se compte pas sur une période.', en: 'This field is not counted over a period.' },
  RULE_TURNED: { fr: 'La première valeur dépasse la seconde.', en: 'The first value is above the second.' },
  SEGMENT_NAME_TAKEN: { fr: 'Un segment porte déjà ce nom.', en: 'A segment already has this name.' },
  TOO_MANY_SEGMENTS: { fr: '{max} segments au plus : supprimez-en un.', en: '{max} segments at most: delete one.' },
  SEGMENT_COPY: { fr: '{name} (copie)', en: '{name} (copy)' },
  SEGMENT_COPY_AGAIN: { fr: '{name} (copie {number})', en: '{name} (copy {number})' },
});
