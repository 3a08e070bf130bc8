import { defineWords } from '../../core/words.js';

defineWords({
  INVALID_LIST: { fr: 'Cette liste n’existe pas.', en: 'There is no such list.' },
  VIEW_NAME_TAKEN: { fr: 'Une vue de cette liste porte déjà ce nom.', en: 'A view of this list already has this name.' },
  TOO_MANY_VIEWS: {
    fr: 'Pas plus de {max} vues par liste : retirez-en une.',
    en: 'No more than {max} views a list: take one away.',
  },
});
