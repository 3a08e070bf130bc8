import { createHash } from 'node:crypto';
import { type Sql, sql } from '../../core/sql.js';

/** An entry with every value as text, in the one way it is hashed. */
export interface Sealable {
  id: string;
  canonical: (string | null)[];
}

/** What of an entry is sealed: all of it. Text that doesn't depend on a session's settings. */
export const sealable: Sql = sql`
  entry.id::text, array[
    entry.id::text, (extract(epoch from entry.at) * 1000000)::bigint::text, entry.actor_id::text, entry.actor_role,
    entry.as_user_id::text, entry.session_id::text, host(entry.ip), entry.user_agent, entry.request_id, entry.outcome, entry.action,
    entry.code, entry.times::text, entry.subject_type, entry.subject_id::text, entry.about_id::text, entry.changes::text] as canonical`;

export interface Seal {
  number: number;
  at: Date;
  previousHash: Buffer;
  leaves: Buffer;
  hash: Buffer;
}

export interface Leaf {
  id: string;
  hash: Buffer;
}

const ID_BYTES = 16;
const HASH_BYTES = 32;
const LEAF_BYTES = ID_BYTES + HASH_BYTES;

/** What stands for an entry that was gone before it could be sealed. */
export const GONE = Buffer.alloc(HASH_BYTES);
/** What the first seal names as the one before it. */
export const BEGINNING = Buffer.alloc(HASH_BYTES);

export const hashOf = ({ canonical }: Sealable): Buffer =>
  createHash('sha256')
    .update(`prisme audit entry 1\n${JSON.stringify(canonical)}`)
    .digest();

export const sealHash = ({ number, at, previousHash, leaves }: Omit<Seal, 'hash'>): Buffer =>
  createHash('sha256')
    .update(`prisme audit seal 1\n${number}\n${at.toISOString()}\n${previousHash.toString('hex')}\n`)
    .update(leaves)
    .digest();

export const leavesOf = (leaves: readonly Leaf[]): Buffer =>
  Buffer.concat(leaves.flatMap(({ id, hash }) => [Buffer.from(id.replaceAll('-', ''), 'hex'), hash]));

export function readLeaves(leaves: Buffer): Leaf[] {
  return Array.from({ length: Math.floor(leaves.length / LEAF_BYTES) }, (_, place) => {
    const leaf = leaves.subarray(place * LEAF_BYTES, (place + 1) * LEAF_BYTES);
    const hex = leaf.subarray(0, ID_BYTES).toString('hex');
    return { id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), hash: leaf.subarray(ID_BYTES) };
  });
}
