import { defineWords } from '../../core/words.js';

defineWords({
  BAD_BAR: { fr: 'Le seuil va de 90 % à 100 %.', en: 'The bar is from 90 % to 100 %.' },
  BAD_SCORE: { fr: 'Le score va de 50 % à 100 %.', en: 'The score is from 50 % to 100 %.' },
  ORDER_TAKEN: {
    fr: 'La commande {number} est déjà rattachée à un client. Annulez d’abord ce rattachement.',
    en: 'Order {number} is already a customer’s. Take that link back first.',
  },
  PREVIEW_STALE: {
    fr: 'La liste a changé depuis l’aperçu : {count} propositions maintenant. Vérifiez de nouveau.',
    en: 'The list has changed since the preview: {count} proposals now. Look again.',
  },
});

const evidence: Record<string, [fr: string, en: string]> = {
  email_SAME: ['Même adresse e-mail', 'Same e-mail address'],
  email_NEAR: ['Adresse e-mail à une faute près', 'E-mail address the same but for a slip'],
  email_SAME_NAME: ['Même nom d’adresse chez un autre fournisseur', 'Same address name at another provider'],
  email_SAME_ORGANISATION: ['Adresses e-mail de la même organisation', 'E-mail addresses of the same organisation'],
  email_OTHER: ['Autre adresse e-mail', 'Another e-mail address'],
  phone_SAME: ['Même numéro de téléphone', 'Same phone number'],
  phone_NEAR: ['Numéro de téléphone à un chiffre près', 'Phone number the same but for a digit'],
  phone_OTHER: ['Autre numéro de téléphone', 'Another phone number'],
  name_SAME: ['Même nom', 'Same name'],
  name_NEAR: ['Même nom, à une faute ou une initiale près', 'Same name but for a slip or an initial'],
  name_PART: ['Une partie du nom, sans rien d’autre', 'Part of the name, and nothing else'],
  name_PART_NEAR: ['Une partie du nom, à une faute ou une initiale près', 'Part of the name, but for a slip or an initial'],
  name_PARTLY: ['Nom en partie différent', 'Name partly different'],
  name_OTHER: ['Nom tout autre', 'Quite another name'],
  address_SAME: ['Même numéro, même rue', 'Same house and street'],
  address_STREET: ['Même rue', 'Same street'],
  address_OTHER: ['Autre adresse', 'Another address'],
  area_POSTCODE: ['Même code postal', 'Same postal code'],
  area_CITY: ['Même ville', 'Same town'],
  area_NEAR_CITY: ['Même ville, à une faute près', 'Same town but for a slip'],
  area_OTHER: ['Autre ville', 'Another town'],
  birthDate_SAME: ['Même date de naissance', 'Same date of birth'],
  birthDate_NEAR: ['Date de naissance à un chiffre près', 'Date of birth the same but for a digit'],
  birthDate_OTHER: ['Autre date de naissance', 'Another date of birth'],
  legalId_SAME: ['Même identifiant légal', 'Same legal number'],
  legalId_NEAR: ['Identifiant légal à un chiffre près', 'Legal number the same but for a digit'],
  legalId_OTHER: ['Autre identifiant légal', 'Another legal number'],
};

defineWords(Object.fromEntries(Object.entries(evidence).map(([key, [fr, en]]) => [`EVIDENCE_${key}`, { fr, en }])));
