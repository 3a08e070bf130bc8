import { defineWords } from '../../core/words.js';

/** Why a line was refused. `{value}` is what stands there. */
defineWords({
  NO_ORDER_NUMBER: { fr: 'Il n’y a pas de numéro de commande.', en: 'There is no order number.' },
  BAD_DATE: {
    fr: 'La date « {value} » n’existe pas ou n’est pas lisible : écrivez 2026-11-20 ou 20/11/2026.',
    en: 'The date “{value}” does not exist or can’t be read: write 2026-11-20 or 20/11/2026.',
  },
  BAD_QUANTITY: { fr: 'La quantité « {value} » n’est pas un nombre.', en: 'The quantity “{value}” is not a number.' },
  BAD_PRICE: { fr: 'Le prix « {value} » n’est pas un nombre.', en: 'The price “{value}” is not a number.' },
  BAD_STATUS: { fr: 'Le statut « {value} » est inconnu.', en: 'The status “{value}” is unknown.' },
  BAD_CURRENCY: { fr: 'La devise « {value} » est inconnue.', en: 'The currency “{value}” is unknown.' },
  NOT_POSITIVE_QUANTITY: {
    fr: 'La quantité n’est pas positive dans une commande non annulée ({value}).',
    en: 'The quantity is not positive in an order that is not cancelled ({value}).',
  },
  NOT_POSITIVE_PRICE: {
    fr: 'Le prix n’est pas positif dans une commande non annulée ({value}).',
    en: 'The price is not positive in an order that is not cancelled ({value}).',
  },
  OTHER_CUSTOMER: {
    fr: 'Cette commande est d’un autre client que « {value} ».',
    en: 'This order is of another customer than “{value}”.',
  },
  OTHER_CURRENCY: {
    fr: 'Cette commande est dans une autre devise que « {value} ».',
    en: 'This order is in another currency than “{value}”.',
  },
  LINE_AMOUNT_TOO_LARGE: { fr: 'Le montant {value} est trop grand.', en: 'The amount {value} is too large.' },
});

/** Why a whole file was refused. Nothing of it was imported. */
defineWords({
  MIXED_DATES: {
    fr: 'Les lignes {dayFirst} et {monthFirst} écrivent la date dans deux ordres différents. Dites lequel vaut.',
    en: 'Lines {dayFirst} and {monthFirst} write dates in two different orders. Say which one holds.',
  },
  UNKNOWN_CURRENCY: { fr: 'Devise inconnue : {currency}.', en: 'Unknown currency: {currency}.' },
});
