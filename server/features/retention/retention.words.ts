import { defineWords } from '../../core/words.js';

defineWords({
  RETENTION_HELD: { fr: 'Conservation légale.', en: 'Legal hold.' },
  RETENTION_REQUEST_OPEN: {
    fr: 'Une demande de la personne sur ses données attend sa réponse.',
    en: 'A request of theirs about their data waits for its answer.',
  },
  RETENTION_UNEXPECTED: {
    fr: 'Erreur inattendue : le prochain passage réessaiera.',
    en: 'Something unexpected: the next run tries again.',
  },
  RETENTION_TOO_SHORT: {
    fr: 'Au moins {least} mois : la règle de cette catégorie n’en permet pas moins.',
    en: 'At least {least} months: what rules this category allows no less.',
  },
  RETENTION_TOO_LONG: {
    fr: 'Au plus {most} mois : garder plus longtemps ne se justifie pas.',
    en: 'At most {most} months: keeping it longer can’t be justified.',
  },
  RETENTION_LOOK_FIRST: {
    fr: 'Regardez d’abord ce qui partirait avec cette durée, puis confirmez.',
    en: 'Look first at what would go with this period, then confirm.',
  },
  RETENTION_RUNNING: {
    fr: 'Un passage est en cours : attendez sa fin.',
    en: 'A run is under way: wait for its end.',
  },
});
