import { headersOf } from '../support/server.js';
import type { World } from './access.world.js';
import type { RouteRow } from './route.table.js';

/** The routes of the application with their methods, as it prints them. */
export function routesOf({ server }: World): string[] {
  const above: string[] = [];
  return server.app
    .printRoutes()
    .split('\n')
    .flatMap((line) => {
      const [, indent, name, methods] = /^([│ ]*)[├└]── (\S+)(?: \((.+)\))?$/.exec(line) ?? [];
      if (name === undefined) return [];
      const depth = indent.length / 4;
      above[depth] = (above[depth - 1] ?? '') + name;
      above.length = depth + 1;
      return methods ? [`${above[depth]} ${methods}`] : [];
    });
}

const MUST_DIFFER = /^(# |process_|nodejs_|prisme_)/;

/** Whoever asks: the same answer, and nothing of what is kept. Other methods lead nowhere. */
export async function wrongOnRoute({ server, people, A }: World, row: RouteRow): Promise<string[]> {
  const wrong: string[] = [];
  const answer = async (method: string, path: string, who: keyof typeof people) => {
    const response = await fetch(server.origin + path, { method, redirect: 'manual', headers: headersOf(people[who]) });
    const text = await response.text();
    // Figures change from one moment to the next, and each request has its own id.
    const body = MUST_DIFFER.test(text) ? '' : text.replace(/"requestId":"[^"]*"/, '');
    return { status: response.status, body };
  };
  for (const path of row.paths.map((each) => each.replace('FILE', A.internalFile).replace('RUN', A.run))) {
    const toNobody = await answer('GET', path, 'anonymous');
    if (row.status !== null && toNobody.status !== row.status) wrong.push(`${path}: ${toNobody.status}, not ${row.status}`);
    for (const who of ['suspended', 'expired', 'client', 'superadmin'] as const) {
      const toThem = await answer('GET', path, who);
      if (JSON.stringify(toThem) !== JSON.stringify(toNobody)) wrong.push(`${path} answers ${who} ${JSON.stringify(toThem)}`);
    }
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'].filter((each) => !row.methods.includes(each))) {
      const { status } = await answer(method, path, 'superadmin');
      if (status !== 404) wrong.push(`${method} ${path}: ${status}`);
    }
  }
  return wrong;
}
