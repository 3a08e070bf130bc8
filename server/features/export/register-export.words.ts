import { defineWords } from '../../core/words.js';

/** What the registers are called, and their columns. */
const headings: Record<string, [fr: string, en: string]> = {
  processing: ['Registre des traitements', 'Register of processing'],
  processorRegister: ['Registre des sous-traitants', 'Register of processors'],
  breaches: ['Registre des violations', 'Register of breaches'],
  description: ['Ce qui s’est passé', 'What happened'],
  natures: ['Nature', 'Nature'],
  awareAt: ['Prise de connaissance', 'Aware since'],
  happenedAt: ['Survenue le', 'Happened on'],
  peopleCount: ['Nombre de personnes (environ)', 'Number of people (about)'],
  records: ['Enregistrements', 'Records'],
  recordCount: ['Nombre d’enregistrements (environ)', 'Number of records (about)'],
  consequences: ['Conséquences probables', 'Likely consequences'],
  measures: ['Mesures prises', 'Measures taken'],
  risk: ['Risque', 'Risk'],
  noRiskReason: ['Pourquoi sans risque', 'Why there is no risk'],
  dueAt: ['CNIL à notifier avant le', 'CNIL to be told before'],
  notifiedAt: ['CNIL notifiée le', 'CNIL told on'],
  notificationReference: ['Référence CNIL', 'CNIL reference'],
  lateReason: ['Motif du retard', 'Why it was late'],
  peopleToldAt: ['Personnes informées le', 'People told on'],
  peopleNotToldReason: ['Pourquoi non informées', 'Why they were not told'],
  followUp: ['Suivi', 'Follow-up'],
  closedAt: ['Close le', 'Closed on'],
  purposes: ['Finalités', 'Purposes'],
  legalBases: ['Bases légales', 'Legal bases'],
  people: ['Personnes concernées', 'People'],
  data: ['Données', 'Data'],
  recipients: ['Destinataires', 'Recipients'],
  transfers: ['Transferts hors UE', 'Transfers outside the EU'],
  transferSafeguard: ['Encadrement du transfert', 'Safeguard of the transfer'],
  retention: ['Durée de conservation', 'Retention'],
  security: ['Mesures de sécurité', 'Security measures'],
  responsible: ['Responsable interne', 'Person in charge'],
  processors: ['Sous-traitants', 'Processors'],
  startedOn: ['Depuis le', 'Since'],
  endedOn: ['Terminé le', 'Ended on'],
  service: ['Service rendu', 'Service'],
  contractOn: ['Contrat signé le', 'Contract signed on'],
  contractReference: ['Référence du contrat', 'Contract reference'],
  subProcessors: ['Sous-traitants ultérieurs', 'Sub-processors'],
  takesPartIn: ['Traitements', 'Activities'],
  contact: ['Contact', 'Contact'],
};

const words: Record<string, Record<string, [fr: string, en: string]>> = {
  BreachNature: {
    CONFIDENTIALITY: ['Confidentialité', 'Confidentiality'],
    INTEGRITY: ['Intégrité', 'Integrity'],
    AVAILABILITY: ['Disponibilité', 'Availability'],
  },
  BreachRisk: {
    NONE: ['Sans risque', 'No risk'],
    RISK: ['Risque', 'Risk'],
    HIGH: ['Risque élevé', 'High risk'],
  },
  LegalBasis: {
    CONSENT: ['Consentement', 'Consent'],
    CONTRACT: ['Contrat', 'Contract'],
    LEGAL_OBLIGATION: ['Obligation légale', 'Legal obligation'],
    LEGITIMATE_INTEREST: ['Intérêt légitime', 'Legitimate interest'],
  },
};

const said = ([fr, en]: [string, string]) => ({ fr, en });
for (const [key, told] of Object.entries(headings)) defineWords({ [`EXPORT_HEAD_${key}`]: said(told) });
for (const [type, members] of Object.entries(words))
  for (const [value, told] of Object.entries(members)) defineWords({ [`EXPORT_${type}_${value}`]: said(told) });
