import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

/** PostGraphile 5 as its documentation starts it, over the same tables, with everything on that makes it faster. */
const [, , connectionString, port] = process.argv;

const instance = postgraphile({
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString, schemas: ['public'], poolConfig: { max: 10 } })],
  grafserv: { port: Number(port), graphiql: false, watch: false },
  grafast: { explain: false },
});
const serv = instance.createServ(grafserv);
const server = createServer();
await serv.addTo(server);
server.listen(Number(port), '127.0.0.1', async () => {
  // The schema is made at the first request: not part of what is measured.
  await instance.getSchema();
  process.send('ready');
});
