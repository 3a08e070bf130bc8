import { defineWords } from '../../core/words.js';

defineWords({
  NOTHING_TO_PAY: {
    fr: 'Le total doit être supérieur à zéro.',
    en: 'The total must be above zero.',
  },
  INVOICE_TOO_LARGE: {
    fr: 'Ce montant est trop grand : 10 milliards d’euros au plus par facture.',
    en: 'This amount is too large: at most 10 billion euros an invoice.',
  },
  QUANTITY_NOT_POSITIVE: { fr: 'La quantité doit être supérieure à zéro.', en: 'The quantity must be above zero.' },
  QUANTITY_TOO_FINE: { fr: 'Trois décimales au plus.', en: 'At most three decimals.' },
  UNKNOWN_VAT_RATE: {
    fr: 'Ce taux de TVA n’est pas en vigueur en France.',
    en: 'This VAT rate is not in force in France.',
  },
  VAT_MENTION_NEEDED: {
    fr: 'Dites pourquoi il n’y a pas de TVA, par exemple « TVA non applicable, art. 293 B du CGI ».',
    en: 'Say why there is no VAT, such as “TVA non applicable, art. 293 B du CGI”.',
  },
  NOT_THEIR_PROJECT: { fr: 'Ce client n’a pas ce projet.', en: 'This customer has no such project.' },
  AMOUNT_NOT_POSITIVE: { fr: 'Le montant doit être supérieur à zéro.', en: 'The amount must be above zero.' },
  OVERPAID: {
    fr: 'C’est plus que ce qui reste dû.',
    en: 'This is more than what is still due.',
  },
  PAID_IN_THE_FUTURE: { fr: 'Ce jour est à venir.', en: 'This day is still to come.' },
  ALLOCATIONS_DIFFER: {
    fr: 'La somme répartie doit être égale au montant du paiement.',
    en: 'The parts must add up to the amount of the payment.',
  },
  UNKNOWN_INVOICE: {
    fr: 'Ce client n’a pas cette facture, ou elle n’est pas à payer.',
    en: 'This customer has no such invoice, or it is not to be paid.',
  },
  INVOICE_TWICE: { fr: 'Cette facture y est déjà.', en: 'This invoice is already there.' },
  BAD_MONTHS: { fr: 'Demandez de 1 à {most} mois.', en: 'Ask for 1 to {most} months.' },
  NOT_A_DRAFT: { fr: 'Cette facture est déjà émise.', en: 'This invoice is already issued.' },
});
