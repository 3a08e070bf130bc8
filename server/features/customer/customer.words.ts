import { defineWords } from '../../core/words.js';

defineWords({
  INVALID_SIRET: {
    fr: 'Ce SIRET est incorrect : 14 chiffres, dont une clé de contrôle.',
    en: 'Not a SIRET: 14 digits, the last of which is a check digit.',
  },
  SIREN_ALONE: {
    fr: 'C’est un SIREN : ajoutez les 5 chiffres de l’établissement (NIC).',
    en: 'That is a SIREN: add the 5 digits of the establishment (NIC).',
  },
  SIRET_LENGTH: {
    fr: 'Un SIRET a 14 chiffres ; il y en a {count} ici.',
    en: 'A SIRET has 14 digits; here there are {count}.',
  },
  SIRET_OF_NO_SIREN: {
    fr: 'Ce SIRET est incorrect : ses 9 premiers chiffres ne forment pas un SIREN.',
    en: 'Not a SIRET: its first 9 digits make no SIREN.',
  },
  VAT_OF_ANOTHER: {
    fr: 'Ce numéro de TVA est celui d’une autre société : il ne finit pas par le SIREN du SIRET.',
    en: 'This VAT number is another company’s: it does not end with the SIREN of the SIRET.',
  },
  INVALID_IBAN: {
    fr: 'IBAN incorrect : sa longueur ou sa clé ne correspond pas. Exemple : FR76 3000 6000 0112 3456 7890 189.',
    en: 'Not an IBAN: its length or its check digits are wrong. Such as FR76 3000 6000 0112 3456 7890 189.',
  },
  INVALID_VAT_NUMBER: {
    fr: 'Numéro de TVA incorrect, par exemple FR40303265045.',
    en: 'Not a VAT number, such as FR40303265045.',
  },
  INVALID_PHONE: {
    fr: 'Numéro de téléphone incorrect, par exemple 02 98 00 11 22, 0692 12 34 56, ou avec l’indicatif : +687 25 12 34.',
    en: 'Not a phone number, such as +33 2 98 00 11 22, or another country’s with its code: +687 25 12 34.',
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
  NO_SUCH_PLACE: {
    fr: 'Latitude de -90 à 90, longitude de -180 à 180.',
    en: 'Latitude from -90 to 90, longitude from -180 to 180.',
  },
  TOO_FAR: { fr: 'Un rayon de 0 à {most} km.', en: 'A radius of 0 to {most} km.' },
  INVALID_COUNTRY: { fr: 'Pays inconnu : deux lettres, par exemple FR.', en: 'Unknown country: two letters, such as FR.' },
  OVER_TAGGED: { fr: '{name} aurait plus de {max} étiquettes.', en: '{name} would have more than {max} tags.' },
  SIRET_TAKEN: { fr: 'Un autre client a déjà ce SIRET.', en: 'Another customer already has this SIRET.' },
  NOT_FOR_A_PERSON: { fr: 'Un particulier n’en a pas.', en: 'A private person has none.' },
  UNKNOWN_USER: { fr: 'Cette personne est introuvable ou n’a pas ce rôle.', en: 'Nobody such, or without that role.' },
});
