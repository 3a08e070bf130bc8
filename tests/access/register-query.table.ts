import { byId, list, type QueryRow } from './query.row.js';

/** The registers of what we do with data on people are for those who keep them. */
export const registerQueries: readonly QueryRow[] = [
  byId('processingActivity', 'processingActivity', { managers: 'all' }),
  list('processingActivities', 'processingActivity', { managers: 'all' }),
  byId('processor', 'processor', { managers: 'all' }),
  list('processors', 'processor', { managers: 'all' }),
  byId('dataBreach', 'dataBreach', { managers: 'all' }),
  list('dataBreaches', 'dataBreach', { managers: 'all' }),
];
