import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, extname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

/** What came of reading a PDF: text, none (a scan), a password in the way, or nothing that could be read in time. */
export type PdfTextState = 'READ' | 'EMPTY' | 'LOCKED' | 'UNREADABLE';

export interface PdfText {
  state: PdfTextState;
  /** Those with text, their numbers counted from 1. */
  pages: { number: number; text: string }[];
}

export interface PdfLimits {
  seconds: number;
  megabytes: number;
}

const USUAL: PdfLimits = { seconds: 30, megabytes: 700 };
const HEAP_MEGABYTES = 384;
const LOOK_MS = 200;
const PAGE_BYTES = 4_096;

const here = fileURLToPath(import.meta.url);
const program = join(dirname(here), `pdf-text.program${extname(here)}`);
const library = dirname(dirname(createRequire(import.meta.url).resolve('unpdf')));

const UNREADABLE: PdfText = { state: 'UNREADABLE', pages: [] };

/**
 * The text of a PDF that anybody may have sent. It is read by a process of its own, which gets no environment, reads no file but its
 * program, writes none, and is killed when it takes too long or too much memory: the worst a PDF does is not to be read.
 */
export async function pdfText(content: Readable, signal?: AbortSignal, { seconds, megabytes } = USUAL): Promise<PdfText> {
  const permissions = ['--permission', ...[dirname(here), library].map((folder) => `--allow-fs-read=${folder}/*`)];
  const child = spawn(process.execPath, [`--max-old-space-size=${HEAP_MEGABYTES}`, '--no-warnings', ...permissions, program], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: seconds * 1_000,
    killSignal: 'SIGKILL',
    signal,
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code));
  });
  const watch = setInterval(() => void tooLarge(child.pid, megabytes).then((is) => is && child.kill('SIGKILL')), LOOK_MS);
  try {
    const said = text(child.stdout).catch(() => '');
    // A process that was killed reads no more: how it ended says so.
    const sent = await pipeline(content, child.stdin).then(
      () => null,
      (error: NodeJS.ErrnoException) => error,
    );
    const [code, answer] = [await ended, await said];
    signal?.throwIfAborted();
    if (sent && sent.code !== 'EPIPE' && sent.code !== 'ERR_STREAM_PREMATURE_CLOSE' && sent.code !== 'ECONNRESET') throw sent;
    return code === 0 ? (JSON.parse(answer) as PdfText) : UNREADABLE;
  } finally {
    clearInterval(watch);
    child.kill('SIGKILL');
  }
}

/** By what Linux says of it; elsewhere the heap alone is bounded. */
async function tooLarge(pid: number | undefined, megabytes: number): Promise<boolean> {
  const [, resident] = await readFile(`/proc/${pid}/statm`, 'utf8').then(
    (line) => line.split(' '),
    () => [],
  );
  return Number(resident ?? 0) * PAGE_BYTES > megabytes * 1024 * 1024;
}
