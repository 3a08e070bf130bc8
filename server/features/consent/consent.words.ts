import { defineWords } from '../../core/words.js';

defineWords({
  STAFF_ONLY: { fr: 'Seule notre équipe peut l’indiquer.', en: 'Only our team may say this.' },
  IN_THE_FUTURE: { fr: 'Cette date est dans le futur.', en: 'This date is in the future.' },
  UNKNOWN_TEXT: { fr: 'Ce texte n’existe pas dans cette version.', en: 'There is no such version of this text.' },
  UNKNOWN_DOCUMENT: { fr: 'Ce document est introuvable chez ce client.', en: 'This customer has no such document.' },
  NO_CONSENT_NEEDED: {
    fr: 'Cette finalité repose sur un contrat ou sur la loi : elle ne se consent pas.',
    en: 'A contract or the law stands behind this purpose: nobody consents to it.',
  },
  NO_ADDRESS_TO_CONFIRM: {
    fr: 'Seul un accord par e-mail se confirme, à une adresse connue.',
    en: 'Only an agreement to e-mails is confirmed, at a known address.',
  },
  BASIS_DOES_NOT_FIT: {
    fr: 'Contrat et obligation légale sont pour ce que nous devons ; le reste se consent ou s’oppose.',
    en: 'Contract and legal obligation are for what we owe; the rest is agreed to or objected to.',
  },
  PROSPECTING_NEEDS_CONSENT: {
    fr: 'Prospecter un particulier demande son accord (loi du 30 juin 2025 pour le téléphone, CPCE pour le reste).',
    en: 'Offers to consumers need their consent (French law of 30 June 2025 for calls, CPCE for the rest).',
  },
  PURPOSE_NECESSARY: { fr: 'Cette finalité ne s’éteint pas.', en: 'This purpose can’t be switched off.' },
  SAME_TEXT: { fr: 'C’est déjà le texte en vigueur.', en: 'This is the current text already.' },
  METHOD_OF_OURS: { fr: 'Prisme seul l’indique.', en: 'Only Prisme says this.' },
  CONTACT_NEVER_ASKED: { fr: 'Ce client n’a jamais donné son accord.', en: 'This customer never agreed.' },
  CONTACT_REFUSED: { fr: 'Ce client a refusé le {date}.', en: 'This customer refused on {date}.' },
  CONTACT_WITHDRAWN: {
    fr: 'Ce client a refusé ou retiré son accord le {date}.',
    en: 'This customer refused or withdrew on {date}.',
  },
  CONTACT_EXPIRED: { fr: 'L’accord de ce client a pris fin le {date}.', en: 'This customer’s agreement ended on {date}.' },
  CONTACT_OBJECTED: { fr: 'Ce client s’est opposé le {date}.', en: 'This customer objected on {date}.' },
  CONTACT_RESTRICTED: {
    fr: 'Les données de ce client sont limitées depuis le {date} : gardées, sans être utilisées.',
    en: 'This customer’s data are restricted since {date}: kept, and not used.',
  },
  CONTACT_PURPOSE_CLOSED: { fr: 'Cette finalité est fermée.', en: 'This purpose is closed.' },
  CONTACT_CHANNEL_CLOSED: {
    fr: 'Cette finalité ne passe pas par ce canal.',
    en: 'Nobody is reached for this purpose by this way.',
  },
  CONTACT_NOT_FOR_THEM: {
    fr: 'Cette finalité ne s’adresse pas à ce type de client.',
    en: 'This purpose is not for this kind of customer.',
  },
  CONTACT_NO_CUSTOMER: { fr: 'Ce client n’existe plus.', en: 'There is no such customer any more.' },
});
