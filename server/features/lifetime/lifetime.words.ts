import { defineWords } from '../../core/words.js';

defineWords({
  DAY_TO_COME: { fr: 'Ce jour n’est pas encore venu.', en: 'This day has not come yet.' },
});
