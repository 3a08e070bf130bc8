import { spawn } from 'node:child_process';
import { createServer, request } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { buildPortals, buildServer, portals, program } from './build.mjs';
import { root } from './steps.mjs';

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

/** Compiles on each change; a whole compilation without an error restarts the server. */
function compileOnChange(restart) {
  const compiler = child([program.tsc, '-p', 'tsconfig.json', '--watch', '--preserveWatchOutput'], {}, [
    'ignore',
    'pipe',
    'inherit',
  ]);
  let first = true;
  compiler.stdout.setEncoding('utf8').on('data', (text) => {
    if (/error TS/.test(text)) process.stdout.write(text);
    if (!/Found 0 errors/.test(text)) return;
    // It begins with what is compiled already.
    if (!first) console.log('  The server changed: starting it again');
    if (!first) restart();
    first = false;
  });
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
  await buildPortals();
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
