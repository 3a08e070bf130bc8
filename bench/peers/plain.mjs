import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import pg from 'pg';

/** The limit: plain `pg` behind plain `http`, one prepared statement that answers the whole JSON. */
const [, , connectionString, port] = process.argv;

const pool = new pg.Pool({ connectionString, max: 10, idleTimeoutMillis: 0, options: '-c timezone=UTC' });
const server = createServer(async (request, response) => {
  const { statement, values } = JSON.parse(await text(request));
  const { rows } = await pool.query({ name: String(statement.length), text: statement, values });
  response.setHeader('content-type', 'application/json').end(`{"data":${rows[0].data}}`);
});
server.listen(Number(port), '127.0.0.1', () => process.send('ready'));
