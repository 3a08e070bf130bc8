import 'reflect-metadata';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { say } from '../core/words.js';
import { FileProblem } from '../features/import/file-problem.rules.js';
import { evaluateDuplicates } from './evaluate-duplicates.js';
import { evaluateLifetime } from './evaluate-lifetime.js';
import { evaluateOrderMatching } from './evaluate-order-matching.js';
import { evaluateRfm } from './evaluate-rfm.js';
import { terminalLocale, UsageError } from './typed.js';

/** What an evaluation is asked: two paths, and what stands behind `--`. */
export interface EvaluationAsked {
  input: string;
  output: string;
  options: Record<string, string | undefined>;
}

/** Runs the product's own code over files, without the product and without a database: anybody can score what it answers. */
export interface Evaluation {
  /** A line of the usage. */
  usage: string;
  /** The names of its options, all with a value. */
  options: readonly string[];
  run(asked: EvaluationAsked): Promise<void>;
}

/** By what is measured. The same input gives the same output on any machine. */
const evaluations: Record<string, Evaluation> = {
  'order-matching': evaluateOrderMatching,
  duplicates: evaluateDuplicates,
  rfm: evaluateRfm,
  lifetime: evaluateLifetime,
};

const usage = () => `npm run evaluate -- WHAT INPUT OUTPUT [options]

${Object.entries(evaluations)
  .map(([what, one]) => `  ${what.padEnd(16)} ${one.usage}`)
  .join('\n')}`;

async function main(): Promise<void> {
  const [what = '', ...rest] = process.argv.slice(2);
  const evaluation = Object.hasOwn(evaluations, what) ? evaluations[what] : null;
  if (!evaluation) throw new UsageError(usage());
  const { values, positionals } = parseArgs({
    args: rest,
    allowPositionals: true,
    options: Object.fromEntries(evaluation.options.map((option) => [option, { type: 'string' as const }])),
  });
  if (positionals.length !== 2) throw new UsageError(usage());
  // From where the person stood when they typed the command.
  const [input, output] = positionals.map((path) => resolve(process.env.INIT_CWD ?? '.', path));
  await evaluation.run({ input, output, options: values as EvaluationAsked['options'] });
}

try {
  await main();
} catch (error) {
  const typed = error instanceof UsageError || String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
  process.exitCode = typed ? 2 : 1;
  const message = error instanceof FileProblem ? say(error.code, terminalLocale(), error.params) : (error as Error).message;
  process.stderr.write(`${message}\n`);
}
