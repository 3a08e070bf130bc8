import { defineWords } from '../../core/words.js';

defineWords({
  PREFERENCE_LINK_UNKNOWN: {
    fr: 'Ce lien n’est pas de nous, ou il n’est pas entier. Rouvrez-le depuis l’e-mail.',
    en: 'This link is not ours, or not whole. Open it from the e-mail again.',
  },
  PREFERENCE_LINK_EXPIRED: {
    fr: 'Ce lien a plus d’un an. Prenez celui d’un e-mail plus récent, ou répondez-y.',
    en: 'This link is over a year old. Take that of a newer e-mail, or answer it.',
  },
  PREFERENCE_LINK_REPLACED: {
    fr: 'Cette adresse n’est plus celle du dossier : plus rien ne lui est envoyé.',
    en: 'This address is no longer that of the record: nothing is sent to it any more.',
  },
  CONFIRMATION_UNKNOWN: {
    fr: 'Ce lien n’est pas de nous, ou il n’est pas entier. Rouvrez-le depuis l’e-mail.',
    en: 'This link is not ours, or not whole. Open it from the e-mail again.',
  },
  CONFIRMATION_USED: { fr: 'Cet accord est déjà confirmé.', en: 'This agreement is confirmed already.' },
  CONFIRMATION_EXPIRED: {
    fr: 'Ce lien valait trois jours. Rien n’a été enregistré : redonnez votre accord si vous le souhaitez.',
    en: 'This link was good for three days. Nothing was recorded: agree again if you like.',
  },
  CONFIRMATION_REPLACED: {
    fr: 'Vous avez changé d’avis depuis, ou un lien plus récent remplace celui-ci.',
    en: 'You changed your mind since, or a newer link took the place of this one.',
  },
  'confirm.subject': { fr: 'Confirmez votre accord', en: 'Confirm that you agree' },
  'confirm.text': {
    fr: 'On nous a dit que vous acceptez de recevoir des e-mails de notre part : « {purpose} ».\n\nIl ne se passera rien tant que vous ne l’aurez pas confirmé. Le lien vaut trois jours. Si cela ne vient pas de vous, ne faites rien.',
    en: 'We were told that you agree to e-mails from us: “{purpose}”.\n\nNothing happens until you confirm it. The link is good for three days. If this does not come from you, do nothing.',
  },
  'confirm.action': { fr: 'Voir et confirmer', en: 'See and confirm' },
  'renew.subject': { fr: 'Votre accord prend fin le {date}', en: 'Your agreement ends on {date}' },
  'renew.text': {
    fr: 'Vous avez accepté de recevoir des e-mails de notre part : « {purpose} ». Cet accord prend fin le {date}.\n\nPour le prolonger ou y mettre fin dès maintenant : {link}\n\nSi vous ne faites rien, nous cesserons de vous écrire à ce sujet à cette date.',
    en: 'You agreed to e-mails from us: “{purpose}”. This agreement ends on {date}.\n\nTo prolong it, or to end it now: {link}\n\nIf you do nothing, we stop writing to you about this on that day.',
  },
  'purpose.MARKETING': { fr: 'Offres et nouveautés', en: 'Offers and news' },
  'purpose.SATISFACTION': { fr: 'Enquêtes de satisfaction', en: 'Satisfaction surveys' },
  'purpose.PARTNERS': { fr: 'Offres de nos partenaires', en: 'Offers of our partners' },
  'purpose.ANALYTICS': { fr: 'Étude de vos achats', en: 'Study of your purchases' },
});
