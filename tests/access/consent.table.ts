import { type MutationRow, row } from './mutation.row.js';

const token = 'none';

/** What customers agree to: theirs and ours to say, a superadmin's to settle. */
export const consentMutations: readonly MutationRow[] = [
  row('recordConsent', 'customer', (of) => ({ customerId: of, purpose: 'PARTNERS', channel: 'SMS' }), {
    members: 'own',
    team: 'all',
  }),
  row('withdrawConsent', 'customer', (of) => ({ customerId: of, purpose: 'PARTNERS', channel: 'SMS' }), {
    members: 'own',
    team: 'all',
  }),

  row('exportConsents', 'nothing', () => ({ format: 'CSV' }), { managers: 'ok' }),
  row(
    'updateContactPurpose',
    'contactPurpose',
    (of) => ({
      ...{
        id: of,
        personBasis: 'CONSENT',
        companyBasis: 'CONSENT',
        channels: ['EMAIL', 'SMS', 'PHONE', 'POST'],
        audience: 'EVERYONE',
      },
      ...{ retentionMonths: 36, renewalMonths: 36, doubleOptIn: true, active: true },
    }),
    { superadmin: 'all' },
  ),
  row('updateRetentionRule', 'retentionRule', (of) => ({ id: of, months: 12, active: true }), { superadmin: 'all' }),
  row('startRetentionRun', 'nothing', () => ({ dryRun: true }), { superadmin: 'ok' }),
  row(
    'publishConsentText',
    'nothing',
    () => ({ purpose: 'ANALYTICS', fr: `Texte ${crypto.randomUUID()}`, en: `Text ${crypto.randomUUID()}` }),
    {
      superadmin: 'ok',
    },
  ),
  // Whose they are stands in the link.
  row(
    'setContactPreference',
    'nothing',
    () => ({ token, purpose: 'MARKETING', channel: 'SMS', agreed: false }),
    {},
    {
      open: 'PREFERENCE_LINK_UNKNOWN',
    },
  ),
  row('refuseAllContact', 'nothing', () => ({ token }), {}, { open: 'PREFERENCE_LINK_UNKNOWN' }),
  row('confirmConsent', 'nothing', () => ({ token }), {}, { open: 'CONFIRMATION_UNKNOWN' }),
];
