import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { birthOf } from './embedded-processes.js';

export interface Owner {
  pid: number;
  birth: string;
  /** What the process was started as, to name it in messages. */
  program: string;
}

function read(file: string): { text: string; owner: Owner } | null {
  try {
    const text = readFileSync(file, 'utf8');
    return { text, owner: JSON.parse(text) as Owner };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    if (error instanceof SyntaxError) return { text: '', owner: { pid: 0, birth: '', program: '' } };
    throw error;
  }
}

const lives = ({ pid, birth }: Owner): boolean => pid > 0 && birthOf(pid) === birth;

/** The running process that holds the lock, or null. */
export function ownerOf(file: string): Owner | null {
  const held = read(file);
  return held && lives(held.owner) ? held.owner : null;
}

/** Takes the lock for this process; answers how to give it back, or the running process that holds it. */
export function takeLock(file: string): (() => void) | Owner {
  const mine = `${file}.${randomUUID()}`;
  const me: Owner = { pid: process.pid, birth: birthOf(process.pid) ?? 'unknown', program: basename(process.argv[1] ?? 'node') };
  writeFileSync(mine, JSON.stringify(me), { mode: 0o600 });
  try {
    for (;;) {
      try {
        // A link appears whole or not at all, and never over another one.
        linkSync(mine, file);
        return () => rmSync(file, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const held = read(file);
      if (held && lives(held.owner)) return held.owner;
      if (held) setAside(file, held.text);
    }
  } finally {
    rmSync(mine, { force: true });
  }
}

/** Removes the lock of a process that has ended, unless somebody else took it over at this very moment. */
function setAside(file: string, seen: string): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  const taken = read(aside);
  if (taken && taken.text !== seen && lives(taken.owner)) renameSync(aside, file);
  else rmSync(aside, { force: true });
}
