import { bareRow, type MutationRow, row } from './mutation.row.js';

const id = (of: string) => ({ id: of });

/** Who is who managers say, and above. */
export const mergeMutations: readonly MutationRow[] = [
  row('mergeCustomers', 'spareCustomer', (of) => ({ survivorId: of, otherId: of, survivorVersion: 1, otherVersion: 1 }), {
    managers: { own: 'MERGE_WITH_ITSELF', foreign: 'MERGE_WITH_ITSELF' },
  }),
  row('splitCustomer', 'customerMerge', id, { managers: 'all' }),
  row('reviewCustomerDuplicate', 'customerDuplicate', (of) => ({ id: of, decision: 'REFUSE' }), { managers: 'all' }),
  row(
    'reviewCustomerDuplicate',
    'refusedDuplicate',
    (of) => ({ id: of, decision: 'UNDO' }),
    { managers: 'all' },
    { title: 'back' },
  ),
  {
    ...row('findCustomerDuplicates', 'nothing', () => ({}), { managers: 'ok' }),
    query: bareRow('findCustomerDuplicates', '').query,
  },
];
