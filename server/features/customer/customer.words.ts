import { defineWords } from '../../core/words.js';

defineWords({
  INVALID_SIRET: {
    fr: 'Ce SIRET est incorrect : 14 chiffres, dont une clé de contrôle.',
    en: 'Not a SIRET: 14 digits, the last of which is a check digit.',
  },
  INVALID_VAT_NUMBER: {
    fr: 'Numéro de TVA incorrect, par exemple FR40303265045.',
    en: 'Not a VAT number, such as FR40303265045.',
  },
  INVALID_PHONE: {
    fr: 'Numéro de téléphone incorrect, par exemple 02 98 00 11 22.',
    en: 'Not a phone number, such as +33 2 98 00 11 22.',
  },
  INVALID_URL: {
    fr: 'Adresse de site incorrecte, par exemple https://exemple.fr.',
    en: 'Not a web address, such as https://example.com.',
  },
  INVALID_POSTAL_CODE: {
    fr: 'Code postal incorrect : en France 5 chiffres, par exemple 29200.',
    en: 'Not a postal code: in France 5 digits, such as 29200.',
  },
  POSTAL_CODE_OF_ANOTHER_CITY: {
    fr: '{postalCode} n’est pas un code de {city}, mais de : {communes}.',
    en: '{postalCode} is not a code of {city}, but of: {communes}.',
  },
  INVALID_COUNTRY: { fr: 'Pays inconnu : deux lettres, par exemple FR.', en: 'Unknown country: two letters, such as FR.' },
  SIRET_TAKEN: { fr: 'Un autre client a déjà ce SIRET.', en: 'Another customer already has this SIRET.' },
  NOT_FOR_A_PERSON: { fr: 'Un particulier n’en a pas.', en: 'A private person has none.' },
  UNKNOWN_USER: { fr: 'Cette personne est introuvable ou n’a pas ce rôle.', en: 'Nobody such, or without that role.' },
});
