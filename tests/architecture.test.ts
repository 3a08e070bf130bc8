import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { featureNames } from '../server/features.js';

const root = join(import.meta.dirname, '..');
const sources = (pattern: string): string[] =>
  globSync(pattern, { cwd: root, exclude: (path) => /node_modules|(^|\/)(dist|generated)(\/|$)/.test(String(path)) })
    .map((path) => path.replaceAll('\\', '/'))
    .sort();

const server = sources('server/**/*.ts');
const portals = sources('portals/**/*.{ts,tsx}');
const tests = sources('tests/**/*.ts');

const SENDING = 'server/features/mail/mail.service.ts';
const DELIVERY = 'server/features/mail/mail-delivery.service.ts';

interface Import {
  from: string;
  /** The file, as a path from the root; a package's name otherwise. */
  to: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\s[^'"`;]*?from\s*['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)|(?:^|\n)import\s*['"]([^'"]+)['"]/g,
    ),
  ];
  return found.map((match) => {
    const name = match[1] ?? match[2] ?? match[3];
    const path = name.startsWith('#server/')
      ? name.replace('#server/', 'server/')
      : name.startsWith('.')
        ? normalize(join(dirname(file), name))
        : name;
    return { from: file, to: path.replace(/\.js$/, '.ts').replaceAll('\\', '/') };
  });
}

const say = ({ from, to }: Import) => `${from} imports ${to}`;
const featureOf = (path: string) => /^server\/features\/([^/]+)\//.exec(path)?.[1];
const serverImports = server.flatMap(importsOf);

describe('the server', () => {
  test('core imports nothing of ours', () => {
    const wrong = serverImports.filter(
      ({ from, to }) => from.startsWith('server/core/') && to.startsWith('server/') && !to.startsWith('server/core/'),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test('inside a feature a file imports only to its left', () => {
    const order = ['entity', 'scope', 'words', 'rules', 'policy', 'page', 'input', 'relations', 'service', 'jobs', 'resolver'];
    const rank = (path: string) => order.indexOf(/\.(\w+)\.ts$/.exec(basename(path))?.[1] ?? '');
    const wrong = serverImports.filter(
      ({ from, to }) =>
        featureOf(from) && featureOf(from) === featureOf(to) && rank(from) >= 0 && rank(to) >= 0 && rank(to) > rank(from),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test('a feature imports only features above it, and of those neither resolvers nor policies; a scope may be imported from anywhere', () => {
    const wrong = serverImports.filter(({ from, to }) => {
      const [mine, theirs] = [featureOf(from), featureOf(to)];
      if (!mine || !theirs || mine === theirs || to.endsWith('.scope.ts')) return false;
      return featureNames.indexOf(theirs) > featureNames.indexOf(mine) || /\.(resolver|policy)\.ts$/.test(to);
    });
    expect(wrong.map(say)).toEqual([]);
  });

  test('every feature folder is in features.ts', () => {
    const folders = [...new Set(server.flatMap((path) => featureOf(path) ?? []))];
    expect(folders.filter((folder) => !featureNames.includes(folder))).toEqual([]);
  });

  test('a scope imports only core and types', () => {
    const wrong = serverImports.filter(
      ({ from, to }) => from.endsWith('.scope.ts') && to.startsWith('server/features/') && !isTypeImport(from, to),
    );
    expect(wrong.map(say)).toEqual([]);
  });

  test('resolvers do not know TypeORM', () => {
    expect(serverImports.filter(({ from, to }) => from.endsWith('.resolver.ts') && to === 'typeorm').map(say)).toEqual([]);
  });

  test('no circle of imports', () => {
    expect(circles(server, serverImports)).toEqual([]);
  });
});

/** Who may do what leads to somebody being reached. The one gate stands in the two services of mails. */
const ways: readonly [what: string, where: RegExp, only: readonly string[]][] = [
  ['opens a way to a mail server', /from ['"]nodemailer['"]|createTransport\(/, ['server/core/mail/mailer.ts']],
  ['hands a letter to the mailer', /mailer!?\??\.send\(|services\.mailer(?!\?\.close)/, [DELIVERY]],
  ['takes the mailer out of the services', /\bmailer\b[^\n]*\}\s*=\s*\w*(ctx|services)/, [DELIVERY]],
  ['queues a mail', /\bdeliverMail\b/, [DELIVERY, SENDING]],
  ['writes a mail itself', /(create|save|insert|upsert)\(\s*Mail\s*,|insert into "?mail"?[\s("]/, [SENDING]],
];

const aroundTheGate = (file: string, text: string): string[] =>
  ways.filter(([, where, only]) => where.test(text) && !only.includes(file)).map(([what]) => `${file} ${what}`);

describe('reaching people', () => {
  const ours = server.filter((path) => !/^server\/(demo|migrations)\//.test(path));
  const textOf = (path: string) => readFileSync(join(root, path), 'utf8');

  test('there is one way to a mail, and it asks what allows it twice', () => {
    expect(ours.flatMap((path) => aroundTheGate(path, textOf(path)))).toEqual([]);
    for (const path of [SENDING, DELIVERY]) expect(textOf(path)).toMatch(/await canContact\(/);
    // Nothing leaves before the answer.
    const delivery = textOf(DELIVERY);
    expect(delivery.indexOf('stillAllowed(ctx, mail)')).toBeLessThan(delivery.indexOf('mailer.send('));
    expect(textOf(SENDING)).toMatch(/^ {2}purpose: ConsentPurpose;$/m);
  });

  test.each([
    "import { createTransport } from 'nodemailer';",
    'await ctx.services.mailer?.send(letter);',
    'const { mailer } = ctx.services;\nawait mailer.send(letter);',
    'const { mailer: post } = ctx.services;\nawait post.send(letter);',
    'await enqueue(ctx, deliverMail, { id });',
    'await ctx.db.save(ctx.db.create(Mail, { to }));',
    'await ctx.db.insert(Mail, { to });',
    'await ctx.query(sql`insert into mail ("to") values (1)`);',
  ])('a way around is found: %s', (text) => {
    expect(aroundTheGate('server/features/campaign/campaign.service.ts', text)).not.toEqual([]);
  });
});

const isTypeImport = (from: string, to: string) =>
  new RegExp(`import type [^;]*${basename(to, '.ts').replaceAll('.', '\\.')}\\.js`).test(readFileSync(join(root, from), 'utf8'));

/** Files that import themselves in the end, types left aside. */
function circles(files: string[], imports: Import[]): string[] {
  const next = new Map<string, string[]>(files.map((file) => [file, []]));
  for (const { from, to } of imports) if (next.has(to) && !isTypeImport(from, to)) next.get(from)?.push(to);
  const state = new Map<string, 'open' | 'done'>();
  const found: string[] = [];
  const visit = (file: string, way: string[]) => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...way.slice(way.indexOf(file)), file].join(' → '));
      return;
    }
    state.set(file, 'open');
    for (const to of next.get(file) ?? []) visit(to, [...way, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return found;
}

describe('the portals', () => {
  const imports = portals.flatMap(importsOf);
  const layerOf = (path: string) => /^portals\/shared\/([^/]+)\//.exec(path)?.[1];

  test('never import the server', () => {
    expect(imports.filter(({ to }) => to.startsWith('server/')).map(say)).toEqual([]);
  });

  test('no portal imports another, and what they share imports none of them', () => {
    const portalOf = (path: string) => /^portals\/([^/]+)\//.exec(path)?.[1];
    const wrong = imports.filter(({ from, to }) => portalOf(to) && portalOf(to) !== 'shared' && portalOf(from) !== portalOf(to));
    expect(wrong.map(say)).toEqual([]);
  });

  test('the parts of the kit know no GraphQL', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        ['ui', 'theme'].includes(layerOf(from) ?? '') &&
        (to.startsWith('@apollo/') || ['graphql', 'auth', 'frame'].includes(layerOf(to) ?? '')),
    );
    expect(wrong.map(say)).toEqual([]);
  });
});

describe('every file', () => {
  const all = [...server, ...portals, ...tests];

  test('has a name in kebab case, and none is called helpers, utils or index', () => {
    const wrong = all.filter(
      (path) =>
        !/^[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|tsx)$/.test(basename(path)) ||
        /(^|[./-])(utils?|helpers?|index|common|misc)\./.test(basename(path)),
    );
    expect(wrong).toEqual([]);
  });

  test('is 250 lines long at the most', () => {
    const lines = (path: string) => readFileSync(join(root, path), 'utf8').split('\n').length - 1;
    expect(
      all.filter((path) => !path.startsWith('server/migrations/') && lines(path) > 250).map((path) => `${path}: ${lines(path)}`),
    ).toEqual([]);
  });

  test('leaves nothing for later', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', '@ts-' + 'nocheck', '\\.on' + 'ly\\('].join('|'));
    expect(all.filter((path) => marks.test(readFileSync(join(root, path), 'utf8')))).toEqual([]);
  });
});
