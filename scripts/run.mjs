// The one entry of every npm script. It runs before anything is installed, on any Node ≥ 20: built-ins alone here,
// in install.mjs and in steps.mjs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { install } from './install.mjs';
import { bin, Failure, root } from './steps.mjs';

const [command, ...args] = process.argv.slice(2);

const files = { worker: 'server/worker', bench: 'bench/bench', timing: 'bench/timing' };

/** Replaces this process's program by the project's own Node; answers its exit status. */
function onNode(program) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], { stdio: 'inherit' });
    const forward = (signal) => child.kill(signal);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, forward);
    child.once('error', reject);
    child.once('exit', (status, signal) => resolve(signal ? 128 + constants.signals[signal] : status));
  });
}

/** The project's own Node where this one is of another major version; null where this one will do. */
function otherNode() {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/node/package.json'), 'utf8'));
  const major = (text) => text.replace(/^v/, '').split('.')[0];
  if (major(version) === major(process.version)) return null;
  const program = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(program)) return program;
  throw new Failure(`Node ${version} was not installed: npm must be let run the install script of the package "node".`);
}

async function compiled(name) {
  const file = files[name] ?? `server/commands/${name}`;
  if (!/^[a-z][a-z-]*$/.test(name) || !existsSync(join(root, `${file}.ts`))) {
    throw new Failure(`There is no command "${name}". Commands: start, dev, test, ${commands().join(', ')}.`, 2);
  }
  const { buildServer } = await import('./build.mjs');
  await buildServer(process.stderr);
  return join(root, 'dist', `${file}.js`);
}

function commands() {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const named = Object.values(scripts).map((script) => /run\.mjs (\S+)$/.exec(script)?.[1]);
  return named.filter((name) => name && !['start', 'dev', 'test'].includes(name));
}

/** npm's shell passes no signal on, and leaves what it started behind when npm is stopped: then this one stops too. */
function endWithNpm() {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}

/** Without anybody else to hear a signal, end in the way that lets what runs beside (the database) be stopped. */
function endOnSignal() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // The embedded database has such a handler too: several of them are still nobody who listens.
    const last = () => process.listeners(signal).every((one) => one.lastResort) && process.exit(128 + constants.signals[signal]);
    process.on(signal, Object.assign(last, { lastResort: true }));
  }
}

async function main() {
  if (!command) throw new Failure('Which command? For example: npm start, npm test, npm run dev.', 2);
  // Relative files are meant from where the person stood. npm says where that was; a direct call stands there.
  if (realpathSync(process.cwd()) !== realpathSync(root) || !process.env.INIT_CWD) process.env.INIT_CWD = process.cwd();
  process.chdir(root);
  endWithNpm();
  endOnSignal();
  // Tests bring all they need. What the environment says already stays.
  if (command !== 'test' && existsSync(join(root, '.env'))) process.loadEnvFile?.(join(root, '.env'));
  await install();
  process.env.PATH = `${bin}${delimiter}${process.env.PATH ?? ''}`;
  const program = otherNode();
  if (program) {
    process.exitCode = await onNode(program);
    return;
  }

  if (command === 'test') {
    const { test } = await import('./test.mjs');
    process.exitCode = await test(args);
  } else if (command === 'dev') {
    const { dev } = await import('./dev.mjs');
    await dev();
  } else {
    // The benchmark asks what the portals ask.
    if (['start', 'build', 'bench'].includes(command)) {
      const { build } = await import('./build.mjs');
      await build();
      if (command === 'build') return;
    }
    const file = command === 'start' ? join(root, 'dist/server/main.js') : await compiled(command);
    process.argv = [process.execPath, file, ...args];
    process.setSourceMapsEnabled(true);
    await import(pathToFileURL(file).href);
  }
}

main().catch((error) => {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = error.status ?? 1;
});
