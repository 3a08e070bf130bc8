import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { addCrowd } from '../demo/crowd.js';
import { type Command, command, UsageError } from './command.js';
import { ProgressBar } from './progress-bar.js';

const USAGE = `npm run demo:customers -- --count N [--json]

  --count N   how many made-up customers to add, from 1 to 1,000,000
  --json      print { created, seconds } as JSON on standard output`;

const MOST = 1_000_000;

interface Asked {
  count: number;
  json: boolean;
}

function readArguments(): Asked {
  const { count, json } = parsed();
  const number = Number(count);
  if (!count || !Number.isInteger(number) || number < 1 || number > MOST) throw new UsageError(USAGE);
  return { count: number, json };
}

function parsed(): { count?: string; json: boolean } {
  try {
    return parseArgs({ options: { count: { type: 'string' }, json: { type: 'boolean', default: false } } }).values;
  } catch (error) {
    throw new UsageError(`${(error as Error).message}\n\n${USAGE}`);
  }
}

async function addCustomers({ product, signal }: Command, { count, json }: Asked): Promise<void> {
  if (product.config.production) throw new UsageError('Made-up customers do not belong in production (NODE_ENV=production).');
  const bar = new ProgressBar();
  const begun = performance.now();
  await addCrowd(product.system(), count, signal, (made) => bar.show(made / count, `${made} customers`)).finally(() =>
    bar.clear(),
  );
  const seconds = Math.round((performance.now() - begun) / 100) / 10;
  process.stdout.write(
    json ? `${JSON.stringify({ created: count, seconds })}\n` : `  ${count} customers added in ${seconds} s\n`,
  );
}

await command(readArguments, addCustomers);
