import { defineWords, hasWords, type Locale, say } from '../../core/words.js';
import type { Activity } from './activity.entity.js';

defineWords({
  NOT_WRITTEN_BY_HAND: {
    fr: 'Seuls un appel, un e-mail, un rendez-vous ou une note s’écrivent à la main.',
    en: 'Only a call, an e-mail, a meeting or a note is written by hand.',
  },
  NOT_YET: { fr: 'Cette date est à venir : indiquez quand cela a eu lieu.', en: 'This is still to come: say when it happened.' },
  UNKNOWN_MENTION: {
    fr: 'Cette personne ne voit pas cette fiche : elle ne peut pas être mentionnée.',
    en: 'This person does not see the record: they cannot be mentioned.',
  },
  MENTIONED_SOMEBODY: { fr: 'quelqu’un', en: 'somebody' },
  ACTIVITY_CALL: { fr: 'Appel', en: 'Call' },
  ACTIVITY_EMAIL: { fr: 'E-mail', en: 'E-mail' },
  ACTIVITY_MEETING: { fr: 'Rendez-vous', en: 'Meeting' },
  ACTIVITY_NOTE: { fr: 'Note', en: 'Note' },
  ACTIVITY_EMAIL_SENT: { fr: 'E-mail « {subject} » à {recipient}', en: 'E-mail “{subject}” to {recipient}' },
  ACTIVITY_EMAIL_UNSENT: { fr: 'E-mail « {subject} » non envoyé', en: 'E-mail “{subject}” not sent' },
  ACTIVITY_EMAIL_UNSENT_NO_CONSENT: {
    fr: 'E-mail « {subject} » non envoyé : l’accord a été retiré entre-temps',
    en: 'E-mail “{subject}” not sent: the consent was withdrawn in the meantime',
  },
  ACTIVITY_EMAIL_UNSENT_FILE_GONE: {
    fr: 'E-mail « {subject} » non envoyé : une pièce jointe a été supprimée entre-temps',
    en: 'E-mail “{subject}” not sent: an attachment was deleted in the meantime',
  },
  ACTIVITY_EMAIL_UNSENT_FAILED: {
    fr: 'E-mail « {subject} » non envoyé : {recipient} a été refusé',
    en: 'E-mail “{subject}” not sent: {recipient} was refused',
  },
  ACTIVITY_CUSTOMER_CREATED: { fr: 'Fiche client créée', en: 'Customer record created' },
  ACTIVITY_CUSTOMER_CREATED_COPY: { fr: 'Fiche client créée par copie de {of}', en: 'Customer record created as a copy of {of}' },
  ACTIVITY_CUSTOMER_DUPLICATED: { fr: 'Fiche client copiée en {copy}', en: 'Customer record copied into {copy}' },
  ACTIVITY_CUSTOMER_MERGED: {
    fr: 'Fiche {reference} « {name} » fusionnée dans celle-ci',
    en: 'Record {reference} “{name}” merged into this one',
  },
  ACTIVITY_CUSTOMER_SPLIT: {
    fr: 'Fiche séparée de {reference} « {name} »',
    en: 'Record split from {reference} “{name}”',
  },
  ACTIVITY_CUSTOMER_UPDATED: { fr: 'Fiche client modifiée', en: 'Customer record changed' },
  ACTIVITY_CUSTOMER_STATUS_CHANGED: { fr: 'Statut du client modifié', en: 'Customer status changed' },
  ACTIVITY_CUSTOMER_STATUS_CHANGED_ACTIVE: { fr: 'Client activé', en: 'Customer activated' },
  ACTIVITY_CUSTOMER_STATUS_CHANGED_INACTIVE: { fr: 'Client désactivé', en: 'Customer deactivated' },
  ACTIVITY_CUSTOMER_EXPORTED: { fr: 'Fiche client exportée ({format})', en: 'Customer record exported ({format})' },
  ACTIVITY_DOCUMENT_ADDED: { fr: 'Document « {name} » ajouté', en: 'Document “{name}” added' },
  ACTIVITY_DOCUMENT_DELETED: { fr: 'Document « {name} » supprimé', en: 'Document “{name}” deleted' },
  ACTIVITY_CONSENT_CHANGED: { fr: 'Consentement modifié', en: 'Consent changed' },
  ACTIVITY_PROJECT_CREATED: { fr: 'Projet « {name} » ouvert', en: 'Project “{name}” opened' },
  ACTIVITY_PROJECT_STATUS_CHANGED: { fr: 'Projet « {name} » : statut modifié', en: 'Project “{name}”: status changed' },
  ACTIVITY_PROJECT_STATUS_CHANGED_PLANNED: { fr: 'Projet « {name} » planifié', en: 'Project “{name}” planned' },
  ACTIVITY_PROJECT_STATUS_CHANGED_IN_PROGRESS: { fr: 'Projet « {name} » en cours', en: 'Project “{name}” under way' },
  ACTIVITY_PROJECT_STATUS_CHANGED_ON_HOLD: { fr: 'Projet « {name} » en pause', en: 'Project “{name}” on hold' },
  ACTIVITY_PROJECT_STATUS_CHANGED_DONE: { fr: 'Projet « {name} » terminé', en: 'Project “{name}” done' },
  ACTIVITY_PROJECT_STATUS_CHANGED_CANCELLED: { fr: 'Projet « {name} » annulé', en: 'Project “{name}” cancelled' },
  ACTIVITY_MILESTONE_DONE: { fr: 'Jalon « {milestone} » atteint ({name})', en: 'Milestone “{milestone}” reached ({name})' },
  ACTIVITY_COMMENT_ADDED: { fr: 'Nouveau commentaire sur « {name} »', en: 'New comment on “{name}”' },
  ACTIVITY_MISSION_ASSIGNED: {
    fr: 'Mission « {title} » confiée à {prestataire}',
    en: 'Mission “{title}” assigned to {prestataire}',
  },
  ACTIVITY_MISSION_STATUS_CHANGED: { fr: 'Mission « {title} » : statut modifié', en: 'Mission “{title}”: status changed' },
  ACTIVITY_MISSION_STATUS_CHANGED_OPEN: {
    fr: 'Mission « {title} » proposée aux prestataires',
    en: 'Mission “{title}” open for application',
  },
  ACTIVITY_MISSION_STATUS_CHANGED_IN_PROGRESS: { fr: 'Mission « {title} » en cours', en: 'Mission “{title}” under way' },
  ACTIVITY_MISSION_STATUS_CHANGED_DELIVERED: { fr: 'Mission « {title} » livrée', en: 'Mission “{title}” delivered' },
  ACTIVITY_MISSION_STATUS_CHANGED_APPROVED: { fr: 'Mission « {title} » validée', en: 'Mission “{title}” approved' },
  ACTIVITY_MISSION_STATUS_CHANGED_CANCELLED: { fr: 'Mission « {title} » annulée', en: 'Mission “{title}” cancelled' },
  ACTIVITY_VEHICLE_ADDED: { fr: 'Véhicule {plate} ajouté', en: 'Vehicle {plate} added' },
  ACTIVITY_WORK_ORDER_CREATED: {
    fr: 'Ordre de travail {reference} prévu : {title}',
    en: 'Work order {reference} planned: {title}',
  },
  ACTIVITY_WORK_ORDER_STATUS_CHANGED: {
    fr: 'Ordre de travail {reference} : statut modifié ({title})',
    en: 'Work order {reference}: status changed ({title})',
  },
  ACTIVITY_WORK_ORDER_STATUS_CHANGED_PLANNED: {
    fr: 'Ordre de travail {reference} remis à prévoir : {title}',
    en: 'Work order {reference} planned again: {title}',
  },
  ACTIVITY_WORK_ORDER_STATUS_CHANGED_IN_PROGRESS: {
    fr: 'Ordre de travail {reference} commencé : {title}',
    en: 'Work order {reference} begun: {title}',
  },
  ACTIVITY_WORK_ORDER_STATUS_CHANGED_DONE: {
    fr: 'Ordre de travail {reference} terminé : {title}',
    en: 'Work order {reference} done: {title}',
  },
  ACTIVITY_WORK_ORDER_STATUS_CHANGED_CANCELLED: {
    fr: 'Ordre de travail {reference} annulé : {title}',
    en: 'Work order {reference} cancelled: {title}',
  },
  ACTIVITY_ORDER_IMPORTED: { fr: 'Commandes importées', en: 'Orders imported' },
  ACTIVITY_ORDERS_LINKED: { fr: 'Commandes rattachées automatiquement : {count}', en: 'Orders linked automatically: {count}' },
  ACTIVITY_ORDERS_UNLINKED: { fr: 'Rattachement de commandes annulé : {count}', en: 'Linking of orders taken back: {count}' },
  ACTIVITY_ORDER_LINKED: { fr: 'Commande {number} rattachée', en: 'Order {number} linked' },
  ACTIVITY_ORDER_UNLINKED: { fr: 'Commande {number} détachée', en: 'Order {number} unlinked' },
  ACTIVITY_ORDERS_CLAIMED: { fr: 'Commandes retrouvées par le client : {count}', en: 'Orders found by the customer: {count}' },
  ACTIVITY_INVOICE_ISSUED: { fr: 'Facture {number} émise', en: 'Invoice {number} issued' },
  ACTIVITY_PAYMENT_RECEIVED: { fr: 'Paiement reçu pour la facture {number}', en: 'Payment received for invoice {number}' },
  ACTIVITY_OPPORTUNITY_CREATED: { fr: 'Opportunité « {name} » ouverte', en: 'Opportunity “{name}” opened' },
  ACTIVITY_OPPORTUNITY_STAGE_CHANGED: {
    fr: 'Opportunité « {name} » : étape « {stage} »',
    en: 'Opportunity “{name}”: stage “{stage}”',
  },
  ACTIVITY_OPPORTUNITY_WON: { fr: 'Opportunité « {name} » gagnée', en: 'Opportunity “{name}” won' },
  ACTIVITY_SEGMENT_ENTERED: { fr: 'Entré dans le segment « {segmentFr} »', en: 'Came into the segment “{segmentEn}”' },
  ACTIVITY_SEGMENT_LEFT: { fr: 'Sorti du segment « {segmentFr} »', en: 'Left the segment “{segmentEn}”' },
  ACTIVITY_OPPORTUNITY_LOST: { fr: 'Opportunité « {name} » perdue', en: 'Opportunity “{name}” lost' },
});

/** As written by hand, or else said in this language. */
export function titleOf(
  { typedTitle, kind, details }: Pick<Activity, 'typedTitle' | 'kind' | 'details'>,
  locale: Locale,
): string {
  const code = `ACTIVITY_${kind}`;
  const precise = `${code}_${details.to}`;
  return typedTitle ?? say(hasWords(precise) ? precise : code, locale, details);
}
