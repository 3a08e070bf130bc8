import { spawn } from 'node:child_process';
import { existsSync, readdirSync, watch } from 'node:fs';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { buildPortals, buildServer, portals, program } from './build.mjs';
import { Failure, root } from './steps.mjs';

const node = process.execPath;
const host = process.env.HOST || '127.0.0.1';
const port = Number(process.env.PORT || 4000);
const children = new Set();
let stopping = false;

function child(args, env, stdio) {
  const one = spawn(node, args, { cwd: root, env: { ...process.env, ...env }, stdio });
  children.add(one);
  one.once('exit', () => children.delete(one));
  return one;
}

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port: found } = probe.address();
      probe.close(() => resolve(found));
    });
  });

/** One address for all, as in production: `/client/` is that portal's Vite server, the rest is the server's. */
function front(serverPort, portalPorts) {
  const target = (url) => portalPorts.get(url.split('/')[1]?.split('?')[0]) ?? serverPort;
  const proxy = createServer((incoming, outgoing) => {
    const { method, url, headers } = incoming;
    const onward = request({ host: '127.0.0.1', port: target(url), method, path: url, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(outgoing);
    });
    onward.once('error', () => {
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(503, { 'retry-after': '1' }).end('Starting again. Reload in a moment.\n');
    });
    outgoing.once('close', () => onward.destroy());
    incoming.pipe(onward);
  });
  proxy.on('upgrade', ({ method, url, rawHeaders }, socket, head) => {
    const onward = connect(target(url), '127.0.0.1', () => {
      const lines = rawHeaders.flatMap((name, i) => (i % 2 ? [] : [`${name}: ${rawHeaders[i + 1]}`]));
      onward.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      onward.write(head);
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  return new Promise((resolve, reject) => {
    proxy.once('error', reject);
    proxy.listen(port, host, resolve);
  });
}

/** Keeps one server running; each call of what it answers replaces it by one of the newest code. */
function serverKeeper(env) {
  let current;
  let again = false;
  const start = () => {
    again = false;
    current = child([join(root, 'dist/server/main.js')], env, ['ignore', 'inherit', 'inherit']);
    current.once('exit', () => {
      current = undefined;
      if (again && !stopping) start();
    });
  };
  return () => {
    if (!current) return start();
    again = true;
    current.kill('SIGTERM');
  };
}

const watched = new Set();

/** Folder by folder: on Linux a recursive watch loses files that an editor replaces by another one. */
function watchBelow(folder, changed) {
  const folders = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isDirectory());
  for (const one of [folder, ...folders.map(({ parentPath, name }) => join(parentPath, name))]) {
    if (watched.has(one)) continue;
    watched.add(one);
    const watcher = watch(one, () => {
      if (existsSync(one)) watchBelow(one, changed);
      else forget();
      changed();
    });
    const forget = () => watched.delete(one) && watcher.close();
    watcher.on('error', forget);
  }
}

const QUIET_MS = 100;

/** Compiles on each change; a whole compilation without an error restarts the server. */
function compileOnChange(restart) {
  let timer;
  let compiling = false;
  const compile = async () => {
    // Whatever changes meanwhile is compiled after.
    if (compiling) return soon();
    compiling = true;
    try {
      if (await buildServer()) restart();
    } catch (error) {
      console.error(error instanceof Failure ? error.message : error);
    }
    compiling = false;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(compile, QUIET_MS);
  };
  watchBelow(join(root, 'server'), soon);
}

function stop() {
  if (stopping) return;
  stopping = true;
  for (const one of children) {
    one.kill('SIGTERM');
    one.once('exit', () => children.size === 0 && process.exit(0));
  }
  if (children.size === 0) process.exit(0);
}

export async function dev() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);
  await buildServer();
  // Vite serves the others as they are.
  await buildPortals(process.stdout, ['door']);
  const serverPort = await freePort();
  const portalPorts = new Map();
  for (const portal of portals.filter((name) => name !== 'door')) portalPorts.set(portal, await freePort());
  await front(serverPort, portalPorts);

  const origin = process.env.PUBLIC_URL || `http://${host}:${port}`;
  const restart = serverKeeper({ HOST: '127.0.0.1', PORT: String(serverPort), PUBLIC_URL: origin });
  restart();
  compileOnChange(restart);
  for (const [portal, at] of portalPorts) {
    const args = [
      program.vite,
      '--config',
      'portals/vite.config.ts',
      '--configLoader',
      'native',
      '--port',
      String(at),
      '--strictPort',
      '--logLevel',
      'warn',
    ];
    child(args, { PORTAL: portal, PRISME_ORIGIN: `http://127.0.0.1:${serverPort}` }, ['ignore', 'inherit', 'inherit']);
  }
  console.log(`  Watching. Portals and server will be at ${origin}/`);
}
