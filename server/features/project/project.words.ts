import { defineWords } from '../../core/words.js';

defineWords({
  NOT_FROM_HERE: {
    fr: 'Ce changement de statut n’est pas possible maintenant.',
    en: 'This change of status is not possible now.',
  },
  ENDS_BEFORE_START: { fr: 'La fin précède le début.', en: 'It ends before it begins.' },
  TEAM_ONLY_BY_US: { fr: 'Seule notre équipe écrit pour l’équipe.', en: 'Only our own people write to the team alone.' },
  UNKNOWN_CUSTOMER: { fr: 'Ce client est introuvable.', en: 'There is no such customer.' },
  INVALID_CURRENCY: { fr: 'Code de devise à trois lettres, par exemple EUR.', en: 'A currency is three letters, such as EUR.' },
  ALREADY_DONE: { fr: 'Ce jalon est déjà atteint.', en: 'This milestone is already reached.' },
  NOT_DONE: { fr: 'Ce jalon n’est pas encore atteint.', en: 'This milestone is not reached yet.' },
  NOTIFICATION_STATUS_DONE: { fr: 'terminé', en: 'done' },
});
