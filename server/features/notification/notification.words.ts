import { defineWords, type Locale, say } from '../../core/words.js';
import type { Notification } from './notification.entity.js';

defineWords({
  NOTIFICATION_MISSION_ASSIGNED: {
    fr: 'La mission « {mission} » vous est confiée.',
    en: 'The mission “{mission}” is yours.',
  },
  NOTIFICATION_MISSION_STATUS_CHANGED: { fr: 'Mission « {mission} » : {status}.', en: 'Mission “{mission}”: {status}.' },
  NOTIFICATION_MISSION_RESCHEDULED: {
    fr: 'Mission « {mission} », nouvelles dates : {dates}.',
    en: 'Mission “{mission}”, new dates: {dates}.',
  },
  NOTIFICATION_NO_DATES: { fr: 'à fixer', en: 'to be set' },
  NOTIFICATION_MISSION_APPLICATION: {
    fr: 'Candidature de {person} à la mission « {mission} » : {status}.',
    en: 'Application of {person} for the mission “{mission}”: {status}.',
  },
  NOTIFICATION_PROJECT_STATUS_CHANGED: { fr: 'Projet « {project} » : {status}.', en: 'Project “{project}”: {status}.' },
  NOTIFICATION_COMMENT_ADDED: {
    fr: '{person} a commenté le projet « {project} ».',
    en: '{person} commented on the project “{project}”.',
  },
  NOTIFICATION_DOCUMENT_ADDED: {
    fr: '{person} a partagé le document « {document} ».',
    en: '{person} shared the document “{document}”.',
  },
  NOTIFICATION_INVOICE_ISSUED: { fr: 'Nouvelle facture {number} : {amount}.', en: 'New invoice {number}: {amount}.' },
  NOTIFICATION_PAYMENT_RECEIVED: {
    fr: 'Paiement de {amount} reçu pour la facture {number}.',
    en: 'Payment of {amount} received for invoice {number}.',
  },
  NOTIFICATION_OPPORTUNITY_STAGE_CHANGED: {
    fr: 'L’opportunité « {opportunity} » passe à l’étape {stage}.',
    en: 'The opportunity “{opportunity}” moved to {stage}.',
  },
  NOTIFICATION_OPPORTUNITY_NOTE_ADDED: {
    fr: '{person} a écrit une note sur « {opportunity} ».',
    en: '{person} wrote a note on “{opportunity}”.',
  },
  NOTIFICATION_CUSTOMER_ASSIGNED: { fr: 'Le client {customer} vous est confié.', en: 'The customer {customer} is yours.' },
  NOTIFICATION_CUSTOMER_CREATED: {
    fr: 'Nouveau client : {customer}, créé par {person}.',
    en: 'New customer: {customer}, made by {person}.',
  },
  NOTIFICATION_IMPORT_FINISHED: {
    fr: 'Import de {file} terminé : {created} créations, {updated} mises à jour, {refused} refus.',
    en: 'Import of {file} finished: {created} created, {updated} updated, {refused} refused.',
  },
  NOTIFICATION_EXPORT_READY: { fr: 'Votre export {file} est prêt.', en: 'Your export {file} is ready.' },
  NOTIFICATION_EXPORT_FAILED: { fr: 'Votre export {file} a échoué.', en: 'Your export {file} failed.' },
  NOTIFICATION_SEGMENT_MOVED: {
    fr: 'Segment « {segmentFr} » : {entered} entrées, {left} sorties.',
    en: 'Segment “{segmentEn}”: {entered} came in, {left} left.',
  },
  NOTIFICATION_MENTIONED: { fr: '{person} vous a mentionné chez {customer}.', en: '{person} mentioned you at {customer}.' },
  NOTIFICATION_DATA_REQUEST_RECEIVED: {
    fr: 'Demande {reference} sur des données personnelles : {right}.',
    en: 'Request {reference} about personal data: {right}.',
  },
  NOTIFICATION_DATA_REQUEST_DUE: {
    fr: 'Demande {reference} ({right}) : réponse due le {dueDay}.',
    en: 'Request {reference} ({right}): an answer is due on {dueDay}.',
  },
  NOTIFICATION_DATA_ARCHIVE_READY: {
    fr: 'La copie des données de la demande {reference} est prête.',
    en: 'The copy of data for request {reference} is ready.',
  },
  NOTIFICATION_DATA_BREACH_DUE: {
    fr: 'Violation {reference} : CNIL à notifier avant le {dueMoment}.',
    en: 'Breach {reference}: the CNIL is to be told before {dueMoment}.',
  },
  NOTIFICATION_DATA_BREACH_OVERDUE: {
    fr: 'Violation {reference} : les 72 heures sont passées depuis le {dueMoment}, la CNIL n’est pas notifiée.',
    en: 'Breach {reference}: the 72 hours were over on {dueMoment}, and the CNIL was not told.',
  },
  NOTIFICATION_DATA_REQUEST_ANSWERED: { fr: 'Votre demande {reference} : {status}.', en: 'Your request {reference}: {status}.' },
  NOTIFICATION_RIGHT_ACCESS: { fr: 'accès', en: 'access' },
  NOTIFICATION_RIGHT_RECTIFICATION: { fr: 'rectification', en: 'rectification' },
  NOTIFICATION_RIGHT_ERASURE: { fr: 'effacement', en: 'erasure' },
  NOTIFICATION_RIGHT_RESTRICTION: { fr: 'limitation', en: 'restriction' },
  NOTIFICATION_RIGHT_OBJECTION: { fr: 'opposition', en: 'objection' },
  NOTIFICATION_RIGHT_PORTABILITY: { fr: 'portabilité', en: 'portability' },
  NOTIFICATION_RIGHT_POST_MORTEM: { fr: 'directives après le décès', en: 'instructions after death' },
  NOTIFICATION_STATUS_LIFTED: { fr: 'limitation levée', en: 'restriction lifted' },
  NOTIFICATION_STATUS_RECEIVED: { fr: 'délai prolongé', en: 'takes longer' },
  NOTIFICATION_STATUS_IDENTIFIED: { fr: 'délai prolongé', en: 'takes longer' },
  NOTIFICATION_STATUS_COMPLETED: { fr: 'traitée', en: 'done' },
  NOTIFICATION_STATUS_REFUSED: { fr: 'refusée', en: 'refused' },
  NOTIFICATION_STATUS_DRAFT: { fr: 'en brouillon', en: 'draft' },
  NOTIFICATION_STATUS_OPEN: { fr: 'ouverte', en: 'open' },
  NOTIFICATION_STATUS_ASSIGNED: { fr: 'attribuée', en: 'assigned' },
  NOTIFICATION_STATUS_PLANNED: { fr: 'planifié', en: 'planned' },
  NOTIFICATION_STATUS_IN_PROGRESS: { fr: 'en cours', en: 'in progress' },
  NOTIFICATION_STATUS_ON_HOLD: { fr: 'en pause', en: 'on hold' },
  NOTIFICATION_STATUS_DELIVERED: { fr: 'livrée, à valider', en: 'delivered, to be approved' },
  NOTIFICATION_STATUS_APPROVED: { fr: 'validée', en: 'approved' },
  NOTIFICATION_STATUS_CANCELLED: { fr: 'sans suite', en: 'cancelled' },
  NOTIFICATION_STATUS_PENDING: { fr: 'à examiner', en: 'to be looked at' },
  NOTIFICATION_STATUS_ACCEPTED: { fr: 'acceptée', en: 'accepted' },
  NOTIFICATION_STATUS_DECLINED: { fr: 'déclinée', en: 'declined' },
});

/** The title in this language. */
export function titleOf({ kind, details }: Pick<Notification, 'kind' | 'details'>, locale: Locale): string {
  const { status, amountCents, currency, stageFr, stageEn, start, end, right, dueOn, dueAt } = details;
  return say(`NOTIFICATION_${kind}`, locale, {
    ...details,
    ...(status === undefined ? {} : { status: say(`NOTIFICATION_STATUS_${status}`, locale) }),
    ...(amountCents === undefined ? {} : { amount: money(Number(amountCents), String(currency), locale) }),
    ...(right === undefined ? {} : { right: say(`NOTIFICATION_RIGHT_${right}`, locale) }),
    ...(dueOn === undefined ? {} : { dueDay: day(String(dueOn), locale) }),
    ...(dueAt === undefined ? {} : { dueMoment: dates(String(dueAt), '', locale) }),
    ...(start === undefined ? {} : { dates: dates(String(start), String(end), locale) }),
    ...(stageFr === undefined ? {} : { stage: locale === 'fr' ? stageFr : stageEn }),
  });
}

const money = (cents: number, currency: string, locale: Locale) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).format(cents / 100);

const day = (text: string, locale: Locale) =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(text));

/** From when to when, as clocks in Paris say it; '' is not known. */
function dates(start: string, end: string, locale: Locale): string {
  const [from, to] = [start || end, end || start];
  if (!from) return say('NOTIFICATION_NO_DATES', locale);
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: 'Europe/Paris' });
  return from === to ? format.format(new Date(from)) : format.formatRange(new Date(from), new Date(to));
}
