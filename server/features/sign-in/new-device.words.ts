import type { Locale } from '../../core/words.js';

interface Facts {
  name: string;
  device: string;
  ip: string;
  at: Date;
  url: string;
}

const moment = (at: Date, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeStyle: 'short', timeZone: 'Europe/Paris' }).format(at);

const letters = {
  fr: ({ name, device, ip, at, url }: Facts) => ({
    subject: 'Nouvelle connexion à votre compte Prisme',
    greeting: `Bonjour ${name},`,
    paragraphs: [
      `Votre compte vient d’être ouvert dans un navigateur que nous ne connaissions pas : ${device}, depuis l’adresse ${ip}, le ${moment(at, 'fr')} (heure de Paris).`,
      'Si c’est vous, vous n’avez rien à faire.',
      'Sinon, mettez fin à cette session tout de suite, puis changez votre mot de passe.',
    ],
    action: { label: 'Mettre fin à cette session', url },
  }),
  en: ({ name, device, ip, at, url }: Facts) => ({
    subject: 'New sign-in to your Prisme account',
    greeting: `Hello ${name},`,
    paragraphs: [
      `Your account was just opened in a browser we did not know: ${device}, from the address ${ip}, on ${moment(at, 'en')} (Paris time).`,
      'If it was you, there is nothing to do.',
      'If not, end that session at once, then change your password.',
    ],
    action: { label: 'End that session', url },
  }),
};

/** The mail about a sign-in from a new device, in the language of whom it is for. */
export const newDeviceLetter = (locale: Locale, facts: Facts) => letters[locale](facts);
