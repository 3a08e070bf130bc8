import type { InvoiceSeller } from '../../features/invoice/invoice-party.entity.js';
import { siretOf, vatNumberOf } from './identity.js';

const SIREN = '989021779';

/** Groupe Hélia, who sells. */
export const seller: InvoiceSeller = {
  name: 'Groupe Hélia',
  legalForm: 'SAS',
  capitalCents: 12_000_000,
  siren: SIREN,
  siret: siretOf(SIREN),
  registry: 'RCS Brest',
  vatNumber: vatNumberOf(SIREN),
  address: { street: '8 quai Malbert', complement: null, postalCode: '29200', city: 'Brest', country: 'FR' },
  email: 'facturation@groupe-helia.example',
  phone: '+33261911000',
  iban: 'FR7630006000011234567890189',
  bic: 'AGRIFRPP',
  paymentTerms:
    'Pénalités de retard : trois fois le taux d’intérêt légal. Indemnité forfaitaire pour frais de recouvrement : 40 €. Pas d’escompte pour paiement anticipé.',
  vatOnDebits: false,
};
