import { type MutationRow, row } from './mutation.row.js';

const activity = () => ({
  ...{ name: crypto.randomUUID(), purposes: 'x', legalBases: ['CONTRACT'], people: 'x', data: 'x', recipients: 'x' },
  ...{ retention: 'x', security: 'x', startedOn: '2025-01-01' },
});
const processor = { name: 'x', service: 'x', country: 'FR' };
const breach = () => ({
  ...{ title: 'x', description: 'x', natures: ['INTEGRITY'], awareAt: new Date(Date.now() - 3_600_000).toISOString() },
  ...{ people: 'x', records: 'x', consequences: 'x', measures: 'x', risk: 'HIGH' },
});

/** The registers of what we do with data on people: kept by those who answer requests about them. */
export const registerMutations: readonly MutationRow[] = [
  row('createProcessingActivity', 'nothing', activity, { managers: 'ok' }),
  row('updateProcessingActivity', 'processingActivity', (of) => ({ ...activity(), id: of }), { managers: 'all' }),
  row('createProcessor', 'nothing', () => processor, { managers: 'ok' }),
  row('updateProcessor', 'processor', (of) => ({ ...processor, id: of }), { managers: 'all' }),
  row('createDataBreach', 'nothing', breach, { managers: 'ok' }),
  row('updateDataBreach', 'dataBreach', (of) => ({ ...breach(), id: of }), { managers: 'all' }),
  row('notifyDataBreach', 'dataBreach', (of) => ({ id: of, notifiedAt: new Date().toISOString() }), { managers: 'all' }),
  row('tellDataBreachPeople', 'dataBreach', (of) => ({ id: of, notToldReason: 'x' }), { managers: 'all' }),
  row('addDataBreachEntry', 'dataBreach', (of) => ({ id: of, body: 'x' }), { managers: 'all' }),
  row('closeDataBreach', 'readyBreach', (of) => ({ id: of }), { managers: 'all' }),
  row('exportRegister', 'nothing', () => ({ register: 'PROCESSING', format: 'CSV' }), { managers: 'ok' }),
];
