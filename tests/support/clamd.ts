import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

/** What every scanner takes for a virus (eicar.org). It is put together here, so that none of them takes this file for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');

/** Speaks clamd's INSTREAM and finds that one file: the real one brings 300 MB of signatures from elsewhere. */
export async function startClamd({ mostBytes = 2_000_000 } = {}) {
  const server = createServer((socket) => void answer(socket, mostBytes).catch(() => socket.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `tcp://127.0.0.1:${port}`,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

async function answer(socket: Socket, mostBytes: number): Promise<void> {
  let heard = Buffer.alloc(0);
  const command = Buffer.from('zINSTREAM\0');
  let content = Buffer.alloc(0);
  for await (const bytes of socket) {
    heard = Buffer.concat([heard, bytes]);
    if (heard.length < command.length) continue;
    if (!heard.subarray(0, command.length).equals(command)) return void socket.end('UNKNOWN COMMAND\0');
    let at = command.length;
    for (content = Buffer.alloc(0); at + 4 <= heard.length; ) {
      const length = heard.readUInt32BE(at);
      if (length === 0) return void socket.end(content.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0');
      if (at + 4 + length > heard.length) break;
      content = Buffer.concat([content, heard.subarray(at + 4, at + 4 + length)]);
      at += 4 + length;
    }
    if (content.length > mostBytes) return void socket.end('INSTREAM size limit exceeded. ERROR\0');
  }
}
