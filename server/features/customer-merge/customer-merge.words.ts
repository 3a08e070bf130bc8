import { defineWords } from '../../core/words.js';

defineWords({
  MERGE_WITH_ITSELF: { fr: 'On ne fusionne pas une fiche avec elle-même.', en: 'A record is not merged with itself.' },
  ALREADY_MERGED: {
    fr: 'Cette fiche vient d’être fusionnée dans {reference} {name}. Rechargez la page.',
    en: 'This record has just been merged into {reference} {name}. Reload the page.',
  },
  UNKNOWN_MERGE_FIELD: { fr: 'Il n’y a pas de tel champ à choisir.', en: 'There is no such field to choose.' },
  NOT_BOTH: { fr: 'Ici une seule des deux valeurs peut rester.', en: 'Here only one of the two values can stay.' },
  ALREADY_SPLIT: { fr: 'Ces fiches sont déjà séparées.', en: 'These records are split already.' },
  MERGED_AGAIN: {
    fr: 'La fiche a elle-même été fusionnée ensuite dans {reference} {name} : annulez d’abord cette fusion-là.',
    en: 'The record itself was merged later into {reference} {name}: split that merge first.',
  },
  TAKEN_SINCE: {
    fr: '{reference} {name} a reçu entre-temps le même {what} : la fiche ne peut pas revenir avec.',
    en: '{reference} {name} was given the same {what} in the meantime: the record cannot come back with it.',
  },
  UNKNOWN_ADDITION: {
    fr: 'Cet élément n’est pas arrivé après la fusion, ou ne se répartit pas.',
    en: 'This did not come after the merge, or is not to be assigned.',
  },
  MERGE_SEGMENT_ENTERED: { fr: 'entrée', en: 'entered' },
  MERGE_SEGMENT_LEFT: { fr: 'sortie', en: 'left' },
});

const places: Record<string, [fr: string, en: string]> = {
  contact: ['Contacts', 'Contacts'],
  address: ['Adresses', 'Addresses'],
  membership: ['Accès au portail', 'Portal access'],
  invitation_customer: ['Invitations', 'Invitations'],
  custom_field_value: ['Champs personnalisés', 'Custom fields'],
  activity: ['Activités', 'Activities'],
  document: ['Documents', 'Documents'],
  consent_confirmation: ['Accords à confirmer', 'Agreements to confirm'],
  contact_refusal: ['Envois retenus', 'Messages held back'],
  data_subject_request: ['Demandes sur leurs données', 'Requests about their data'],
  data_archive: ['Copies de données', 'Copies of data'],
  legal_hold: ['Conservations légales', 'Legal holds'],
  segment_member: ['Segments', 'Segments'],
  segment_change: ['Passages de segments', 'Moves between segments'],
  vehicle: ['Véhicules', 'Vehicles'],
  work_order: ['Ordres de travail', 'Work orders'],
  project: ['Projets', 'Projects'],
  mission: ['Missions', 'Missions'],
  order: ['Commandes', 'Orders'],
  order_link: ['Rattachements de commandes', 'Order links'],
  invoice: ['Factures', 'Invoices'],
  payment: ['Paiements', 'Payments'],
  opportunity: ['Opportunités', 'Opportunities'],
  mail: ['E-mails', 'E-mails'],
  export_run: ['Exports', 'Exports'],
  customer_merge: ['Fusions précédentes', 'Earlier merges'],
};

defineWords(Object.fromEntries(Object.entries(places).map(([place, [fr, en]]) => [`MERGE_PLACE_${place}`, { fr, en }])));
