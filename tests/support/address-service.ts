import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Speaks the national address service's `/search`: a GeoJSON of what it was told to know, and notes what it was asked. */
export async function startAddressService() {
  const asked: URLSearchParams[] = [];
  const known: { label: string; postcode: string; coordinates: [number, number]; score?: number; type?: string }[] = [];
  let mood: 'well' | 'broken' | 'silent' = 'well';
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(String(request.url), 'http://here');
    asked.push(searchParams);
    if (mood === 'silent') return;
    if (mood === 'broken' || pathname !== '/geocodage/search') return void response.writeHead(500).end('no');
    const found = known
      .filter(({ postcode }) => postcode === searchParams.get('postcode'))
      .slice(0, Number(searchParams.get('limit')));
    const features = found.map(({ label, postcode, coordinates, score = 0.97, type = 'housenumber' }) => ({
      type: 'Feature',
      geometry: { type: 'Point', coordinates },
      properties: { label, score, type, postcode, city: label.split(' ').at(-1), context: '29, Finistère, Bretagne' },
    }));
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ type: 'FeatureCollection', features }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/geocodage`,
    asked,
    known,
    is: (how: typeof mood) => {
      mood = how;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
