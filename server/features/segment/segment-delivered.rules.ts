import { defineWords } from '../../core/words.js';
import type { Rule } from './segment.rules.js';

interface Delivered {
  rule: Rule;
  colour: string;
  /** What it is called, and what for: French, English. */
  name: [fr: string, en: string];
  description: [fr: string, en: string];
}

const all = (...of: Rule['of']): Rule => ({ version: 1, match: 'ALL', of });

/** The segments the product comes with, by key. Each is a row too, which says what somebody made of it. */
export const deliveredSegments: Readonly<Record<string, Delivered>> = {
  vip: {
    colour: 'VIOLET',
    name: ['VIP', 'VIP'],
    description: ['Cinq commandes et 2 000 € au moins en un an.', 'Five orders and €2,000 at least in a year.'],
    rule: all(
      { field: 'orders.count', op: 'AT_LEAST', value: 5, within: { days: 365 } },
      { field: 'orders.total', op: 'AT_LEAST', value: 200_000, within: { days: 365 } },
    ),
  },
  regular: {
    colour: 'GREEN',
    name: ['Réguliers', 'Regular'],
    description: ['Trois commandes au moins en un an.', 'Three orders at least in a year.'],
    rule: all({ field: 'orders.count', op: 'AT_LEAST', value: 3, within: { days: 365 } }),
  },
  occasional: {
    colour: 'BLUE',
    name: ['Occasionnels', 'Occasional'],
    description: ['Une ou deux commandes en un an.', 'One or two orders in a year.'],
    rule: all({ field: 'orders.count', op: 'BETWEEN', value: [1, 2], within: { days: 365 } }),
  },
  new: {
    colour: 'TEAL',
    name: ['Nouveaux', 'New'],
    description: ['Première commande il y a moins de 90 jours.', 'First order less than 90 days ago.'],
    rule: all({ field: 'orders.first', op: 'IN_LAST', value: 90 }),
  },
  at_risk: {
    colour: 'ORANGE',
    name: ['À risque', 'At risk'],
    description: ['Trois commandes au moins, aucune depuis six mois.', 'Three orders at least, none for six months.'],
    rule: all(
      { field: 'orders.count', op: 'AT_LEAST', value: 3 },
      { field: 'orders.last', op: 'NOT_IN_LAST', value: 180 },
      { field: 'orders.last', op: 'IN_LAST', value: 730 },
    ),
  },
  sleeping: {
    colour: 'GRAY',
    name: ['Endormis', 'Sleeping'],
    description: ['Ont commandé, mais plus depuis un an.', 'Have ordered, but not for a year.'],
    rule: all({ field: 'orders.last', op: 'NOT_IN_LAST', value: 365 }),
  },
  unpaid: {
    colour: 'RED',
    name: ['Gros impayés', 'Big unpaid'],
    description: ['1 000 € au moins en retard de paiement.', '€1,000 at least overdue.'],
    rule: all({ field: 'invoices.overdue', op: 'AT_LEAST', value: 100_000 }),
  },
  reachable: {
    colour: 'YELLOW',
    name: ['Joignables par e-mail', 'Reachable by e-mail'],
    description: ['Actifs, avec une adresse et l’accord pour nos offres.', 'Active, with an address and consent to our offers.'],
    rule: all(
      { field: 'customer.status', op: 'ANY_OF', value: ['ACTIVE'] },
      { field: 'customer.hasEmail', op: 'YES' },
      { field: 'consents.granted', op: 'ANY_OF', value: ['MARKETING_EMAIL'] },
    ),
  },
};

for (const [key, { name, description }] of Object.entries(deliveredSegments))
  defineWords({
    [`SEGMENT_NAME_${key}`]: { fr: name[0], en: name[1] },
    [`SEGMENT_DESCRIPTION_${key}`]: { fr: description[0], en: description[1] },
  });
