import { connect, type Socket } from 'node:net';
import type { Readable } from 'node:stream';

/** What was found in the bytes, by the scanner's name for it; null where nothing was. Fails where it could not be told. */
export type VirusScanner = (content: Readable) => Promise<string | null>;

/** A scanner that says nothing for so long is taken to be away. */
const PATIENCE_MS = 60_000;
const LONGEST_ANSWER = 4_096;

/** Asks a clamd at `tcp://host:port` or `unix:///path` by its command INSTREAM (clamd(8)): pieces with their length before them, an empty one at the end. */
export function clamd(address: string): VirusScanner {
  const { protocol, hostname, port, pathname } = new URL(address);
  const open = () => (protocol === 'unix:' ? connect(pathname) : connect(Number(port || 3310), hostname));
  return async (content) => {
    const socket = open().setTimeout(PATIENCE_MS, () => socket.destroy(new Error('clamd does not answer')));
    const answer = answerOf(socket);
    answer.catch(() => {}); // Awaited below; it may fail while the pieces are still being sent.
    try {
      await write(socket, 'zINSTREAM\0');
      for await (const piece of content as AsyncIterable<Buffer>) {
        // Large enough a file, and clamd answers before it has all.
        if (socket.destroyed || socket.readableEnded) break;
        await write(socket, Buffer.concat([lengthOf(piece), piece]));
      }
      await write(socket, lengthOf(''));
      return verdict(await answer);
    } catch (error) {
      // What clamd said explains a broken line better than the line does.
      return verdict(
        await answer.catch(() => {
          throw error;
        }),
      );
    } finally {
      socket.destroy();
    }
  };
}

function lengthOf(piece: Buffer | string): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(piece.length);
  return length;
}

const write = (socket: Socket, bytes: Buffer | string): Promise<void> =>
  new Promise((resolve, reject) => socket.write(bytes, (error) => (error ? reject(error) : resolve())));

function answerOf(socket: Socket): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    socket.setEncoding('utf8');
    socket.on('data', (text: string) => {
      said += text;
      if (said.includes('\0') || said.length > LONGEST_ANSWER) resolve(said.replace(/\0.*$/s, ''));
    });
    socket.once('error', reject);
    socket.once('close', () => reject(new Error('clamd closed the line without an answer')));
  });
}

function verdict(answer: string): string | null {
  if (answer === 'stream: OK') return null;
  const found = /^stream: (.+) FOUND$/.exec(answer);
  if (found) return found[1];
  throw new Error(`clamd: ${answer}`);
}
