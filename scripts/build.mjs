import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Failure, root, run, step } from './steps.mjs';

export const portals = ['client', 'prestataire', 'revendeur', 'superadmin', 'door'];

const node = process.execPath;
export const program = {
  tsc: join(root, 'node_modules/typescript/bin/tsc'),
  vite: join(root, 'node_modules/vite/bin/vite.js'),
  vitest: join(root, 'node_modules/vitest/vitest.mjs'),
  playwright: join(root, 'node_modules/@playwright/test/cli.js'),
};

/** Every file below, in a fixed order; what the build itself writes is left out. */
function filesBelow(path) {
  if (!existsSync(join(root, path))) return [];
  return readdirSync(join(root, path), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const below = `${path}/${entry.name}`;
      if (!entry.isDirectory()) return entry.isFile() ? [below] : [];
      return ['node_modules', 'generated'].includes(entry.name) ? [] : filesBelow(below);
    });
}

/** A fingerprint of what these files hold, whatever their dates. */
function fingerprint(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    const file = join(root, path);
    if (!existsSync(file)) continue;
    const content = readFileSync(file);
    hash.update(`${path}\0${content.length}\0`).update(content);
  }
  return hash.digest('hex');
}

/** Builds what has changed since the last time; answers whether it had. */
async function whenChanged(name, inputs, output, build) {
  const stamp = join(root, 'dist', `.built-${name}`);
  const wanted = fingerprint(inputs);
  if (existsSync(join(root, output)) && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return false;
  rmSync(stamp, { force: true });
  await build();
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return true;
}

/** Compiled files without a source any more would still be found by whatever lists a folder. */
function prune(folder) {
  for (const file of filesBelow(`dist/${folder}`)) {
    const source = file.slice('dist/'.length).replace(/\.(js|js\.map|d\.ts)$/, '.ts');
    if (!existsSync(join(root, source)) && !existsSync(join(root, file.slice('dist/'.length)))) rmSync(join(root, file));
  }
}

/** What the server reads beside its code. */
function copyTexts() {
  for (const file of filesBelow('server').filter((path) => !path.endsWith('.ts'))) {
    const copy = join(root, 'dist', file);
    mkdirSync(dirname(copy), { recursive: true });
    copyFileSync(join(root, file), copy);
  }
}

export function buildServer(out = process.stdout) {
  const inputs = [...filesBelow('server'), ...filesBelow('bench').filter((path) => path.endsWith('.ts'))];
  return whenChanged('server', [...inputs, 'ormconfig.ts', 'tsconfig.json', 'package-lock.json'], 'dist/server', () =>
    step(
      'Server compiled',
      async () => {
        // What was compiled before may have been deleted since: then nothing is skipped.
        if (!existsSync(join(root, 'dist/server'))) rmSync(join(root, 'dist/.tsbuildinfo'), { force: true });
        await run(node, [program.tsc, '-p', 'tsconfig.json'], { failing: 'The server does not compile.' });
        prune('server');
        prune('bench');
        copyTexts();
      },
      out,
    ),
  );
}

export function generateDocuments(out = process.stdout) {
  return step(
    'Queries typed',
    () => run(node, ['portals/codegen.ts'], { failing: "The portals' queries do not fit schema.graphql." }),
    out,
  );
}

export async function buildPortals(out = process.stdout, wanted = portals) {
  const common = ['portals', 'portals/shared', 'portals/public'].flatMap((folder) =>
    filesBelow(folder).filter((path) => folder !== 'portals' || path.split('/').length === 2),
  );
  let generated;
  const build = async (portal) => {
    const inputs = [...common, ...filesBelow(`portals/${portal}`), 'schema.graphql', 'package-lock.json'];
    await whenChanged(portal, inputs, `dist/portals/${portal}/index.html`, async () => {
      generated ??= generateDocuments(out);
      await generated;
      const env = { ...process.env, PORTAL: portal, NODE_ENV: 'production' };
      const failing = `The portal ${portal} does not build.`;
      const args = [
        program.vite,
        'build',
        '--config',
        'portals/vite.config.ts',
        '--configLoader',
        'native',
        '--logLevel',
        'warn',
      ];
      await step(`Portal ${portal}`, () => run(node, args, { env, failing }), out);
    });
  };
  // Two at a time: each takes a core and half a gigabyte.
  const waiting = wanted.filter((portal) => existsSync(join(root, 'portals', portal)));
  const lane = async () => {
    for (let portal = waiting.shift(); portal; portal = waiting.shift()) await build(portal);
  };
  await Promise.all([lane(), lane()]);
}

/** All that `npm start` needs. */
export async function build() {
  if (!existsSync(join(root, 'schema.graphql')))
    throw new Failure('schema.graphql is missing. Write it anew with: npm run schema');
  await buildServer();
  await buildPortals();
}
