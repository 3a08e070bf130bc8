import { expect } from 'vitest';
import { person, type TestPerson } from './as.js';
import type { TestServer } from './server.js';

export const all = (...of: object[]) => ({ version: 1, match: 'ALL', of });
export const any = (...of: object[]) => ({ version: 1, match: 'ANY', of });

const SAVE = `mutation ($input: SaveSegmentInput!) { saveSegment(input: $input) {
  segment { id key name version stale } userErrors { path code message } } }`;
const SEGMENT = `query ($id: ID!) { segment(id: $id) { id name sentence stale broken memberCount following version recent { entered left }
  members(first: 100) { nodes { enteredAt customer { id name } } }
  history(first: 100) { nodes { entered cause customer { id } } } viewerCan { update delete restore } } }`;
const PREVIEW = `query ($rule: JSON!) { segmentPreview(rule: $rule) { count sentence customers { name } userErrors { path code message } } }`;

/** People of ours, and what they ask of segments. */
export async function segmentWorld(server: TestServer) {
  const [staff, manager, superadmin] = await Promise.all(['staff', 'manager', 'superadmin'].map((role) => person(server, role)));
  const preview = async (rule: unknown, who: TestPerson | null = manager) => {
    const answer = await server.ask(who, PREVIEW, { rule });
    return answer.data?.segmentPreview ?? answer;
  };
  const save = async (input: object, who: TestPerson | null = manager) => {
    const answer = await server.ask(who, SAVE, { input });
    return answer.data?.saveSegment ?? answer;
  };
  const read = async (id: string, who: TestPerson | null = manager) => (await server.ask(who, SEGMENT, { id })).data?.segment;

  /** A segment whose customers are worked out. */
  const filled = async (name: string, rule: object) => {
    const { segment, userErrors } = await save({ name, rule });
    expect(userErrors).toEqual([]);
    await expect.poll(async () => (await read(segment.id)).stale, { timeout: 30_000 }).toBe(false);
    return segment as { id: string; version: number };
  };

  /** Who is in it, by name. */
  const inside = async (id: string): Promise<string[]> =>
    (await read(id)).members.nodes.map((one: { customer: { name: string } }) => one.customer.name).sort();

  return { staff, manager, superadmin, preview, save, read, filled, inside };
}
