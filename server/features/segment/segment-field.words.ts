import { defineWords } from '../../core/words.js';

/** Words of one kind under codes that begin alike: key → French, English. */
const define = (prefix: string, words: Record<string, [fr: string, en: string]>): void =>
  defineWords(Object.fromEntries(Object.entries(words).map(([key, [fr, en]]) => [`${prefix}_${key}`, { fr, en }])));

define('SEGMENT_FIELD', {
  'customer.kind': ['Nature', 'Kind'],
  'customer.status': ['Statut', 'Status'],
  'customer.name': ['Nom', 'Name'],
  'customer.tags': ['Étiquettes', 'Tags'],
  'customer.manager': ['Responsable', 'Account manager'],
  'customer.reseller': ['Revendeur', 'Reseller'],
  'customer.postalCode': ['Code postal', 'Postal code'],
  'customer.department': ['Département', 'Department'],
  'customer.createdAt': ['Fiche créée', 'Record made'],
  'customer.hasEmail': ['Adresse e-mail connue', 'E-mail address known'],
  'customer.hasPhone': ['Téléphone connu', 'Phone known'],
  'orders.count': ['Nombre de commandes', 'Number of orders'],
  'orders.total': ['Montant commandé', 'Amount ordered'],
  'orders.average': ['Panier moyen', 'Average basket'],
  'orders.last': ['Dernière commande', 'Last order'],
  'orders.first': ['Première commande', 'First order'],
  'invoices.balance': ['Solde dû', 'Balance due'],
  'invoices.overdue': ['Montant en retard', 'Amount overdue'],
  'invoices.overdueCount': ['Factures en retard', 'Overdue invoices'],
  'invoices.overdueDays': ['Plus ancien retard (jours)', 'Longest overdue (days)'],
  'analytics.segment': ['Segment RFM', 'RFM segment'],
  'analytics.r': ['Note de récence (1 à 5)', 'Recency score (1 to 5)'],
  'analytics.f': ['Note de fréquence (1 à 5)', 'Frequency score (1 to 5)'],
  'analytics.m': ['Note de montant (1 à 5)', 'Money score (1 to 5)'],
  'analytics.alive': ['Chance de racheter (%)', 'Chance to still buy (%)'],
  'analytics.value': ['Valeur attendue sur 12 mois', 'Value expected over 12 months'],
  'analytics.health': ['Santé (0 à 100)', 'Health (0 to 100)'],
  'consents.granted': ['Consentements donnés', 'Consents given'],
});

define('SEGMENT_GROUP', {
  CUSTOMER: ['Fiche', 'Record'],
  ORDERS: ['Commandes confirmées', 'Confirmed orders'],
  INVOICES: ['Factures', 'Invoices'],
  ANALYTICS: ['Analyse', 'Analytics'],
  CONSENTS: ['Consentements', 'Consents'],
  CUSTOM: ['Champs personnalisés', 'Custom fields'],
});

define('SEGMENT_OPERATOR', {
  IS: ['est égal à', 'is'],
  IS_NOT: ['est différent de', 'is not'],
  LESS: ['est inférieur à', 'is less than'],
  AT_MOST: ['est au plus', 'is at most'],
  MORE: ['est supérieur à', 'is more than'],
  AT_LEAST: ['est au moins', 'is at least'],
  BETWEEN: ['est compris entre', 'is between'],
  BEFORE: ['est avant le', 'is before'],
  SINCE: ['est à partir du', 'is on or after'],
  IN_LAST: ['dans les derniers (jours)', 'in the last (days)'],
  NOT_IN_LAST: ['il y a plus de (jours)', 'more than (days) ago'],
  CONTAINS: ['contient', 'contains'],
  STARTS_WITH: ['commence par', 'begins with'],
  ANY_OF: ['est parmi', 'is one of'],
  ALL_OF: ['comprend tout', 'has all of'],
  NONE_OF: ['n’est pas parmi', 'is none of'],
  YES: ['oui', 'yes'],
  NO: ['non', 'no'],
  KNOWN: ['est renseigné', 'is known'],
  UNKNOWN: ['n’est pas renseigné', 'is not known'],
});

define('SEGMENT_CHOICE', {
  COMPANY: ['Entreprise', 'Company'],
  PERSON: ['Particulier', 'Private person'],
  ACTIVE: ['Actif', 'Active'],
  INACTIVE: ['Inactif', 'Inactive'],
  Champions: ['Champions', 'Champions'],
  'Loyal Customers': ['Clients fidèles', 'Loyal customers'],
  'Potential Loyalist': ['Fidèles en puissance', 'Potential loyalists'],
  'New Customers': ['Nouveaux clients', 'New customers'],
  Promising: ['Prometteurs', 'Promising'],
  'Need Attention': ['À relancer', 'Need attention'],
  'About To Sleep': ['Bientôt inactifs', 'About to sleep'],
  'At Risk': ['À risque', 'At risk'],
  "Can't Lose Them": ['À ne pas perdre', 'Can’t lose them'],
  Lost: ['Perdus', 'Lost'],
  Others: ['Autres', 'Others'],
});

const PURPOSES = {
  MARKETING: ['Offres', 'Offers'],
  SATISFACTION: ['Satisfaction', 'Satisfaction'],
  PARTNERS: ['Partenaires', 'Partners'],
  ANALYTICS: ['Analyse', 'Analytics'],
};
const CHANNELS = {
  EMAIL: ['e-mail', 'e-mail'],
  SMS: ['SMS', 'text message'],
  PHONE: ['téléphone', 'phone'],
  POST: ['courrier', 'post'],
};
for (const [purpose, [fr, en]] of Object.entries(PURPOSES))
  for (const [channel, [parFr, byEn]] of Object.entries(CHANNELS))
    define('SEGMENT_CHOICE', { [`${purpose}_${channel}`]: [`${fr} par ${parFr}`, `${en} by ${byEn}`] });

define('SEGMENT_SAY', {
  AND: ['et', 'and'],
  OR: ['ou', 'or'],
  NOT: ['pas', 'not'],
  RANGE: ['{from} et {to}', '{from} and {to}'],
  OLDER: ['remonte à plus de {days} jours', 'is more than {days} days ago'],
  LAST: ['date des {days} derniers jours', 'is in the last {days} days'],
  PERIOD_DAYS: ['sur les {days} derniers jours', 'over the last {days} days'],
  PERIOD_FROM: ['depuis le {from}', 'since {from}'],
  PERIOD_TO: ['jusqu’au {to}', 'until {to}'],
  PERIOD: ['du {from} au {to}', 'from {from} to {to}'],
  SOMEBODY: ['quelqu’un', 'somebody'],
});
