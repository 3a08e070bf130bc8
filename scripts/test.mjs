import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { buildPortals, buildServer, generateDocuments, program } from './build.mjs';
import { bin, Failure, root, seconds, show } from './steps.mjs';

const reports = join(root, 'dist/reports');
const node = process.execPath;

function report(name) {
  const file = join(reports, `${name}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null;
}

const tsc = async (project) => {
  if ((await show(node, [program.tsc, '--noEmit', '-p', project])) !== 0) throw new Failure(`${project}: the types are wrong.`);
};

async function types() {
  await buildServer();
  await generateDocuments();
  for (const project of ['tests/tsconfig.json', 'portals/tsconfig.json']) await tsc(project);
}

async function lint() {
  if ((await show(join(bin, 'biome'), ['ci'])) !== 0)
    throw new Failure('Biome asks for changes (npm run format makes most of them).');
}

/** One failed test as a line to end on, with the first line of what was wrong. */
const failure = (file, name, message = '') => `${file} › ${name}\n      ${stripVTControlCharacters(message).split('\n')[0]}`;

async function server(args) {
  // Some tests start the product as it is started for real.
  await buildServer();
  const file = join(reports, 'server.json');
  const options = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await show(node, [program.vitest, 'run', ...options, ...args]);
  const found = report('server');
  if (!found) throw new Failure('Vitest ended without a report.');
  // A file that could not even be loaded has no tests to count.
  const broken = found.testResults.filter(
    (one) => one.status === 'failed' && one.assertionResults.every((test) => test.status !== 'failed'),
  );
  const failed = found.numFailedTests + broken.length;
  const named = found.testResults.flatMap((one) =>
    one.assertionResults
      .filter((test) => test.status === 'failed')
      .map((test) => [relative(root, one.name), test.fullName, test]),
  );
  return {
    passed: found.numPassedTests,
    failed: status === 0 ? failed : Math.max(1, failed),
    skipped: found.numPendingTests + found.numTodoTests,
    failures: [
      ...broken.map((one) => failure(relative(root, one.name), 'could not be loaded', one.message)),
      ...named.map(([file, name, test]) => failure(file, name, test.failureMessages[0])),
    ],
  };
}

async function browser(args) {
  await buildServer();
  await buildPortals();
  const env = { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: join(reports, 'browser.json') };
  const status = await show(node, [program.playwright, 'test', '--reporter=list,json', ...args], { env });
  const found = report('browser');
  if (!found) throw new Failure('Playwright ended without a report.');
  const { expected, unexpected, flaky, skipped } = found.stats;
  const failed = unexpected + found.errors.length;
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const failures = found.suites
    .flatMap(specs)
    .flatMap((spec) => spec.tests.filter((one) => one.status === 'unexpected').map((one) => [spec, one]))
    .map(([spec, one]) => failure(`${spec.file} [${one.projectName}]`, spec.title, one.results[0]?.error?.message));
  return { passed: expected + flaky, failed: status === 0 ? failed : Math.max(1, failed), skipped, failures };
}

const steps = { types, lint, server, portals: () => buildPortals(), browser };
const counted = ['server', 'browser'];
/** What may fail without hiding what the next steps would find. */
const stands = ['lint', 'server'];

function table(rows) {
  const line = ({ name, outcome, passed = '', failed = '', skipped = '', time = '' }) =>
    `  ${name.padEnd(10)} ${outcome.padEnd(8)} ${String(passed).padStart(7)} ${String(failed).padStart(7)} ${String(skipped).padStart(8)} ${time.padStart(9)}`;
  const head = line({ name: 'step', outcome: '', passed: 'passed', failed: 'failed', skipped: 'skipped', time: 'time' });
  return ['', head, ...rows.map(line), ''].join('\n');
}

/** Runs the steps named (all of them when none is); answers the exit status. Only wrong types or portals keep the next ones from running. */
export async function test(args) {
  const names = Object.keys(steps);
  const chosen = args.filter((arg) => names.includes(arg));
  const rest = args.filter((arg) => !names.includes(arg));
  const selected = chosen.length ? names.filter((name) => chosen.includes(name)) : names;
  if (rest.length && !(selected.length === 1 && counted.includes(selected[0]))) {
    throw new Failure(
      `${rest[0]}: what can be run is ${names.join(', ')}. More words are for one runner: npm test -- server NAME`,
      2,
    );
  }

  rmSync(reports, { recursive: true, force: true });
  mkdirSync(reports, { recursive: true });
  const rows = [];
  for (const name of selected) {
    console.log(`\n── ${name} ${'─'.repeat(60 - name.length)}`);
    const begun = performance.now();
    let counts;
    try {
      counts = (await steps[name](rest)) ?? {};
    } catch (error) {
      console.error(error instanceof Failure ? error.message : error);
      counts = { failed: 1 };
    }
    rows.push({ name, outcome: counts.failed ? 'FAILED' : 'ok', ...counts, time: seconds(begun) });
    if (counts.failed && !stands.includes(name)) break;
  }
  for (const name of selected.slice(rows.length)) rows.push({ name, outcome: 'not run' });

  const sum = (key) => rows.reduce((total, row) => total + (row[key] ?? 0), 0);
  const [passed, failed] = [sum('passed'), sum('failed')];
  console.log(table(rows));
  // Once more at the very end: the log above is long.
  for (const line of rows.flatMap((row) => row.failures ?? [])) console.log(`  ✘ ${line}`);
  console.log(`${passed} passed, ${failed} failed`);
  const counting = selected.some((name) => counted.includes(name));
  return failed === 0 && (passed > 0 || !counting) ? 0 : 1;
}
