import { defineWords, type Locale, say } from '../../core/words.js';
import type { ToDoKind } from './to-do.entity.js';

defineWords({
  TO_DO_INVOICES_OVERDUE_ONE: { fr: 'Une facture en retard : {amount}', en: 'One invoice overdue: {amount}' },
  TO_DO_INVOICES_OVERDUE: { fr: '{count} factures en retard : {amount}', en: '{count} invoices overdue: {amount}' },
  TO_DO_INVOICES_DUE_SOON_ONE: {
    fr: 'Une facture à régler sous 7 jours : {amount}',
    en: 'One invoice due within 7 days: {amount}',
  },
  TO_DO_INVOICES_DUE_SOON: {
    fr: '{count} factures à régler sous 7 jours : {amount}',
    en: '{count} invoices due within 7 days: {amount}',
  },
  TO_DO_MISSIONS_TO_START_ONE: { fr: 'Une mission à commencer', en: 'One mission to begin' },
  TO_DO_MISSIONS_TO_START: { fr: '{count} missions à commencer', en: '{count} missions to begin' },
  TO_DO_MISSIONS_TO_DELIVER_ONE: {
    fr: 'Une mission à livrer : la date est passée',
    en: 'One mission to deliver: its day is past',
  },
  TO_DO_MISSIONS_TO_DELIVER: {
    fr: '{count} missions à livrer : la date est passée',
    en: '{count} missions to deliver: their day is past',
  },
  TO_DO_MISSIONS_TO_APPROVE_ONE: { fr: 'Une mission livrée à valider', en: 'One delivered mission to approve' },
  TO_DO_MISSIONS_TO_APPROVE: { fr: '{count} missions livrées à valider', en: '{count} delivered missions to approve' },
  TO_DO_APPLICATIONS_TO_DECIDE_ONE: { fr: 'Une candidature à examiner', en: 'One application to look at' },
  TO_DO_APPLICATIONS_TO_DECIDE: { fr: '{count} candidatures à examiner', en: '{count} applications to look at' },
  TO_DO_OPPORTUNITIES_PAST_ONE: {
    fr: 'Une opportunité à conclure : la date est passée',
    en: 'One opportunity to close: its day is past',
  },
  TO_DO_OPPORTUNITIES_PAST: {
    fr: '{count} opportunités à conclure : la date est passée',
    en: '{count} opportunities to close: their day is past',
  },
  TO_DO_OPPORTUNITIES_ASLEEP_ONE: {
    fr: 'Une opportunité sans nouvelles depuis 30 jours',
    en: 'One opportunity untouched for 30 days',
  },
  TO_DO_OPPORTUNITIES_ASLEEP: {
    fr: '{count} opportunités sans nouvelles depuis 30 jours',
    en: '{count} opportunities untouched for 30 days',
  },
  TO_DO_PROJECTS_LATE_ONE: { fr: 'Un projet en retard', en: 'One project late' },
  TO_DO_PROJECTS_LATE: { fr: '{count} projets en retard', en: '{count} projects late' },
  TO_DO_IMPORTS_FAILED_ONE: { fr: 'Un import a échoué', en: 'One import failed' },
  TO_DO_IMPORTS_FAILED: { fr: '{count} imports ont échoué', en: '{count} imports failed' },
  ACTION_PAY: { fr: 'Payer', en: 'Pay' },
  ACTION_SEE: { fr: 'Voir', en: 'See' },
  ACTION_BEGIN: { fr: 'Commencer', en: 'Begin' },
  ACTION_DELIVER: { fr: 'Livrer', en: 'Deliver' },
  ACTION_APPROVE: { fr: 'Valider', en: 'Approve' },
  ACTION_DECIDE: { fr: 'Examiner', en: 'Look' },
  ACTION_FOLLOW_UP: { fr: 'Relancer', en: 'Follow up' },
});

const money = (cents: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { style: 'currency', currency: 'EUR' }).format(cents / 100);

/** What needs doing, as a sentence in this language. */
export const titleOf = (kind: ToDoKind, count: number, amountCents: number | null, locale: Locale): string =>
  say(`TO_DO_${kind}${count === 1 ? '_ONE' : ''}`, locale, { count, amount: money(amountCents ?? 0, locale) });
