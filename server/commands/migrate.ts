import 'reflect-metadata';
import { command, UsageError } from './command.js';

function readArguments(): void {
  if (process.argv.length > 2) throw new UsageError('Usage: npm run migrate');
}

/** `npm run migrate`: brings the database up to date with DATABASE_OWNER_URL, for servers that are not given it. */
await command(readArguments, async () => {
  process.stdout.write('The database is up to date.\n');
});
