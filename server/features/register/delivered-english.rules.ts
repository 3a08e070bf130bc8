import type { DeliveredCode, DeliveredTexts } from './delivered.rules.js';

const reach =
  'Access by role and by row, a second factor for the team, hashed passwords, signed and short-lived file addresses, a sealed audit trail.';
const goesWithErasure =
  'As long as the relation lasts. Erasing a person deletes or anonymises their data; how long after the last contact is to be settled here.';

export const english: Record<DeliveredCode, DeliveredTexts> = {
  CUSTOMERS: {
    name: 'Customer file',
    purposes: 'Keep a record of customers and their contacts, follow the relation, share documents.',
    people: 'Customers and prospects, their contacts.',
    data: 'Identity, contact details, addresses, SIRET, IBAN, notes, documents, vehicles, history of exchanges.',
    recipients: 'The team; the customer’s reseller; service providers, for the missions given to them.',
    retention: goesWithErasure,
    security: `${reach} Whoever looks at a record is noted in the trail.`,
  },
  SALES: {
    name: 'Opportunities and orders',
    purposes: 'Follow possible sales, take over orders placed elsewhere and link them to their customer.',
    people: 'Customers and prospects, buyers of imported orders.',
    data: 'Identity, the buyer’s contact details, items, amounts, stages and notes of sales.',
    recipients: 'The team; the reseller, for their customers.',
    retention: goesWithErasure,
    security: reach,
  },
  INVOICING: {
    name: 'Invoicing and payments',
    purposes: 'Issue invoices, collect payments, keep the papers that accounting asks for.',
    people: 'Customers who are invoiced, their contacts.',
    data: 'Identity and billing address, SIRET, VAT number, lines, amounts, payments.',
    recipients: 'The team; the customer; their reseller; the tax office on request.',
    retention:
      'Ten years for issued invoices (code de commerce, L123-22): after an erasure the buyer’s identity stays in a restricted archive until then.',
    security: `${reach} An issued invoice no longer changes; each reading of the archive is noted.`,
  },
  WORK: {
    name: 'Projects, missions and work orders',
    purposes: 'Do what was ordered: plan, assign, carry out and check the work.',
    people: 'Customers and their contacts, service providers.',
    data: 'Places and dates of work, comments, documents, applications, fees of service providers.',
    recipients: 'The team; the customer; the service provider in charge.',
    retention: goesWithErasure,
    security: reach,
  },
  MESSAGES: {
    name: 'E-mails, messages and notifications',
    purposes: 'Write to customers about their business, answer, tell accounts what concerns them.',
    people: 'Customers, their contacts, holders of accounts.',
    data: 'Addresses, subjects and texts of e-mails, attachments, comments, notifications.',
    recipients: 'Whoever is written to; the team; the mail server where there is one.',
    retention: `${goesWithErasure} Notifications that were read go by the rules of retention: after six months, at first.`,
    security: `${reach} Nothing is sent without a purpose that allows it.`,
  },
  PROSPECTING: {
    name: 'Prospecting',
    purposes: 'Make offers to whoever agreed, ask how satisfied they are.',
    people: 'Customers and prospects, their contacts.',
    data: 'Contact details, what was agreed to and refused by purpose and channel, segments.',
    recipients: 'The team; the mail server where there is one.',
    retention: 'An agreement holds as long as its purpose says, or until it is withdrawn; what was said is kept as proof.',
    security: `${reach} A withdrawn agreement stops what is waiting to be sent too.`,
  },
  ANALYSIS: {
    name: 'Study of purchases',
    purposes: 'Know how customers buy: recency, frequency, amounts, forecasts, health, risk of late payment.',
    people: 'Customers.',
    data: 'Orders, invoices, payments and the figures drawn from them. Nothing is decided by the figures alone.',
    recipients: 'The team.',
    retention: 'As long as the purchases themselves; erasing a person takes their figures along.',
    security: reach,
  },
  ACCOUNTS: {
    name: 'Accounts and sign-in',
    purposes: 'Open the portals to the right people and protect their accounts.',
    people: 'Team, customers, service providers and resellers with an account.',
    data: 'Name, e-mail, phone, language, roles, hashed password, second factor, sessions, devices, IP addresses.',
    recipients: 'Administrators.',
    retention:
      'The life of the account, then by the rules of retention: at first six months for sessions that are over, twelve for known browsers, one for mailed links. A deleted account loses its name and address.',
    security: `${reach} Attempts are limited; common passwords refused.`,
  },
  SECURITY: {
    name: 'Audit trail and security log',
    purposes: 'Know who did, looked at or tried what, and prove that this trail was not changed.',
    people: 'Whoever has an account or tries to sign in; customers whose record is touched.',
    data: 'Actor, action, object, values before and after, IP address, browser, session.',
    recipients: 'Administrators; a customer sees which role looked at their record, and on which day.',
    retention: 'Sealed entries are not deleted; somebody erased is told three years, and their values are no longer shown.',
    security: 'Sealed in chained batches, a copy of the seals outside the database, verified by a command.',
  },
  RIGHTS: {
    name: 'Consents and rights of people',
    purposes: 'Collect and prove agreements; answer requests of access, rectification, erasure and the others.',
    people: 'Customers, their contacts, whoever uses a right.',
    data: 'Agreements and refusals with their proof, requests, answers, hashes of those who were erased.',
    recipients: 'The team; the person themselves; the CNIL on request.',
    retention:
      'Proofs of agreement as long as they may be needed; refused contacts 24 months; requests stay in the register, without a name after an erasure.',
    security: `${reach} Agreements are chained by hash and can’t be changed.`,
  },
};
