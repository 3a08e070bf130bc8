import { defineWords } from '../../core/words.js';

defineWords({
  BAD_MONTHS: { fr: 'Demandez de 1 à {most} mois.', en: 'Ask for 1 to {most} months.' },
});
