import { defineWords } from '../../core/words.js';

defineWords({
  CUSTOMER_OR_PROSPECT: {
    fr: 'Choisissez un client, ou donnez le nom d’un prospect.',
    en: 'Choose a customer, or give the name of a prospect.',
  },
  STARTS_OPEN: {
    fr: 'Une opportunité commence dans une étape ouverte.',
    en: 'An opportunity begins in an open stage.',
  },
  LOST_REASON_NEEDED: { fr: 'Dites pourquoi elle est perdue.', en: 'Say why it was lost.' },
  NOT_A_SELLER: {
    fr: 'Cette personne ne vend pas : choisissez un revendeur ou quelqu’un de l’équipe.',
    en: 'This person does not sell: choose a reseller or one of the team.',
  },
});
