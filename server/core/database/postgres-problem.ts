/** Why the database can't be used and what to do about it, in words for the person who starts the product. */
export class PostgresProblem extends Error {
  override name = 'PostgresProblem';
}

const remedies: Record<string, string> = {
  EACCES: 'this user may not write there. Give it the folder, or set DATA_DIR to one of its own',
  EPERM: 'this user may not do that. Give it the folder, or set DATA_DIR to one of its own',
  EROFS: 'the disk is read-only. Set DATA_DIR to a folder that can be written',
  ENOSPC: 'the disk is full. Free some space, or set DATA_DIR to a folder on another disk',
  EDQUOT: 'the disk quota is used up. Free some space, or set DATA_DIR to a folder on another disk',
  ENOTDIR: 'a part of this path is a file. Set DATA_DIR to a folder',
  EEXIST: 'a file is in its way. Set DATA_DIR to a folder',
};

/** A failed system call as a problem with its remedy; anything else as it is. */
export function explained(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof PostgresProblem || !('code' in error)) return error;
  const remedy = remedies[String(error.code)];
  if (!remedy) return error;
  const path = 'path' in error ? String(error.path) : '';
  return new PostgresProblem(`The database's folder can't be used: ${path ? `${path}: ` : ''}${remedy}.`, { cause: error });
}

const spoken: [RegExp, string][] = [
  [/No space left on device/, remedies.ENOSPC!],
  [/Read-only file system/, remedies.EROFS!],
  [/could not (?:create|resize) shared memory|could not map anonymous shared memory/, 'the machine has no memory left for it'],
  [/error while loading shared libraries/, 'its libraries are missing: delete node_modules and install again'],
  [/Permission denied/, remedies.EACCES!],
];

/** What PostgreSQL's own programs said, as one line with what to do. */
export function complaint(doing: string, output: string): PostgresProblem {
  const lines = output.split('\n').filter((line) => line.trim());
  const line = lines.findLast((one) => /FATAL|PANIC|error:/.test(one)) ?? lines.at(-1) ?? 'it said nothing';
  const remedy = spoken.find(([words]) => words.test(output))?.[1];
  const reason = line.replace(/^.*?(FATAL|PANIC|error):\s*/, '').trim();
  return new PostgresProblem(`${doing}: ${reason}${remedy ? ` (${remedy})` : ''}.`);
}
