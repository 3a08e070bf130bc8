import type { World } from './access.world.js';
import { seen } from './seen.table.js';

const ADDRESSES = 'query ($id: ID!) { document(id: $id) { previewUrl downloadUrl versions { previewUrl downloadUrl } } }';

interface Addresses {
  previewUrl: string;
  downloadUrl: string;
}

/** Who gets the addresses of a document's file, and whether one can be made into another's. */
export async function wrongInAddress({ server, people, A, B, roles }: World): Promise<string[]> {
  const wrong: string[] = [];
  const statusOf = async (address: string) => (await fetch(`${server.origin}${address}`)).status;
  const expect = async (what: string, address: string, status: number) => {
    const got = await statusOf(address);
    if (got !== status) wrong.push(`${what}: expected ${status}, got ${got}`);
  };
  for (const role of roles)
    for (const name of seen.document.all) {
      const org = name[0] === 'A' ? A : B;
      const { data } = await server.ask(people[role], ADDRESSES, { id: org[name.slice(2)] });
      const document = data.document as (Addresses & { versions: Addresses[] }) | null;
      if ((document !== null) !== seen.document.by[role].has(name))
        wrong.push(`${role} ${document ? 'gets' : 'does not get'} ${name}`);
      if (!document || role !== 'client') continue;
      for (const { previewUrl, downloadUrl } of [document, ...document.versions]) {
        await expect(`${name}, downloaded`, downloadUrl, 200);
        await expect(`${name}, shown`, previewUrl, 200);
        const version = org[`${name.slice(2)}File`];
        for (const other of [A.internalFile, B.forEveryoneFile]) {
          await expect(`${name}, turned into another file`, downloadUrl.replace(version, other), 403);
          await expect(`${name}, turned into another preview`, previewUrl.replace(version, other), 403);
        }
        await expect(`${name}, its download shown`, downloadUrl.replace('/documents/', '/previews/'), 403);
        await expect(
          `${name}, for longer`,
          downloadUrl.replace(/expires=(\d+)/, (_, at) => `expires=${Number(at) + 300}`),
          403,
        );
        await expect(`${name}, unsigned`, downloadUrl.replace(/&signature=.*/, ''), 403);
      }
    }
  return wrong;
}
