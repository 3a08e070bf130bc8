import { type MutationRow, row } from './mutation.row.js';

const id = (of: string) => ({ id: of });

/** All of ours see segments and are told of them; managers make them. */
export const segmentMutations: readonly MutationRow[] = [
  row('saveSegment', 'segment', (of) => ({ id: of, colour: 'RED' }), { managers: 'all' }),
  row(
    'saveSegment',
    'nothing',
    () => ({ name: crypto.randomUUID(), rule: { version: 1, match: 'ALL', of: [{ field: 'customer.hasEmail', op: 'YES' }] } }),
    { managers: 'ok' },
    { title: 'a new one' },
  ),
  row('duplicateSegment', 'segment', id, { managers: 'all' }),
  row('restoreSegment', 'deliveredSegment', id, { managers: 'all' }),
  row('restoreSegment', 'segment', id, { managers: 'seenAll' }, { title: 'one of ours' }),
  row('refreshSegment', 'segment', id, { managers: 'all' }),
  row('deleteSegment', 'segment', id, { managers: 'all' }),
  row('deleteSegment', 'deliveredSegment', id, { managers: 'seenAll' }, { title: 'one that came with the product' }),
  row('followSegment', 'segment', (of) => ({ id: of, following: true }), { team: 'all' }),
];
