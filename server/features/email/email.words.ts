import { defineWords } from '../../core/words.js';

defineWords({
  UNKNOWN_VARIABLE: { fr: 'Variable inconnue : {names}.', en: 'Unknown variable: {names}.' },
  TEMPLATE_NAME_TAKEN: { fr: 'Un modèle de cette langue porte déjà ce nom.', en: 'A template in this language has this name.' },
  NOT_A_LANGUAGE: { fr: 'Français ou anglais : fr ou en.', en: 'French or English: fr or en.' },
  UNKNOWN_TEMPLATE: { fr: 'Ce modèle n’existe plus.', en: 'There is no such template any more.' },
  UNKNOWN_CONTACT: { fr: 'Ce contact est introuvable chez ce client.', en: 'This customer has no such contact.' },
  NO_ADDRESS: { fr: 'Aucune adresse e-mail n’est connue.', en: 'No e-mail address is known.' },
  PURPOSE_OF_TEMPLATE: {
    fr: 'Ce modèle sert à autre chose : gardez sa finalité.',
    en: 'This template is for something else: keep its purpose.',
  },
  ATTACHMENTS_TOO_LARGE: {
    fr: 'Les pièces jointes dépassent {max} Mo ensemble.',
    en: 'Attachments are larger than {max} MB together.',
  },
  EMAIL_NEVER_ALLOWED_MARKETING: {
    fr: 'Ce client n’a pas donné son accord pour recevoir offres et nouvelles par e-mail.',
    en: 'This customer has not agreed to offers and news by e-mail.',
  },
  EMAIL_NEVER_ALLOWED_SATISFACTION: {
    fr: 'Ce client n’a pas donné son accord pour être interrogé par e-mail sur sa satisfaction.',
    en: 'This customer has not agreed to be asked by e-mail how content they are.',
  },
  EMAIL_NEVER_ALLOWED_PARTNERS: {
    fr: 'Ce client n’a pas donné son accord pour recevoir par e-mail les offres de nos partenaires.',
    en: 'This customer has not agreed to offers of our partners by e-mail.',
  },
  EMAIL_WITHDRAWN_MARKETING: {
    fr: 'Ce client a refusé ou retiré son accord le {date} : pas d’offres ni de nouvelles par e-mail.',
    en: 'This customer refused or withdrew on {date}: no offers or news by e-mail.',
  },
  EMAIL_WITHDRAWN_SATISFACTION: {
    fr: 'Ce client a refusé ou retiré son accord le {date} : pas de question sur sa satisfaction par e-mail.',
    en: 'This customer refused or withdrew on {date}: no questions on how content they are by e-mail.',
  },
  EMAIL_WITHDRAWN_PARTNERS: {
    fr: 'Ce client a refusé ou retiré son accord le {date} : pas d’offres de partenaires par e-mail.',
    en: 'This customer refused or withdrew on {date}: no offers of partners by e-mail.',
  },
  EMAIL_FOOT_MARKETING: {
    fr: 'Vous recevez ce message parce que vous avez accepté nos offres et nouvelles par e-mail. Pour ne plus en recevoir : {link}, ou répondez simplement à ce message.',
    en: 'You get this because you agreed to our offers and news by e-mail. To stop: {link}, or just answer this message.',
  },
  EMAIL_FOOT_SATISFACTION: {
    fr: 'Vous recevez ce message parce que vous avez accepté d’être interrogé par e-mail. Pour ne plus l’être : {link}, ou répondez simplement à ce message.',
    en: 'You get this because you agreed to be asked by e-mail. To stop: {link}, or just answer this message.',
  },
  EMAIL_FOOT_PARTNERS: {
    fr: 'Vous recevez ce message parce que vous avez accepté les offres de nos partenaires par e-mail. Pour ne plus en recevoir : {link}, ou répondez simplement à ce message.',
    en: 'You get this because you agreed to offers of our partners by e-mail. To stop: {link}, or just answer this message.',
  },
});
