import { type MutationRow, row } from './mutation.row.js';

const activity = () => ({
  ...{ name: crypto.randomUUID(), purposes: 'x', legalBases: ['CONTRACT'], people: 'x', data: 'x', recipients: 'x' },
  ...{ retention: 'x', security: 'x', startedOn: '2025-01-01' },
});
const processor = { name: 'x', service: 'x', country: 'FR' };

/** The registers of what we do with data on people: kept by those who answer requests about them. */
export const registerMutations: readonly MutationRow[] = [
  row('createProcessingActivity', 'nothing', activity, { managers: 'ok' }),
  row('updateProcessingActivity', 'processingActivity', (of) => ({ ...activity(), id: of }), { managers: 'all' }),
  row('createProcessor', 'nothing', () => processor, { managers: 'ok' }),
  row('updateProcessor', 'processor', (of) => ({ ...processor, id: of }), { managers: 'all' }),
  row('exportRegister', 'nothing', () => ({ register: 'PROCESSING', format: 'CSV' }), { managers: 'ok' }),
];
