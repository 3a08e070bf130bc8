import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { sourcesBelow } from './operations.ts';

const here = import.meta.dirname;
const styles = createRequire(import.meta.url).resolve('@mantine/core/styles.layer.css');
const components = join(dirname(styles), 'esm');
const read = (file: string) => readFileSync(file, 'utf8');

/** Mantine's rules in two parts: what the entrance shows, and the rest of what the portal shows. */
const parts = ['entrance', 'inside'].map((part) => join(here, `shared/theme/mantine-${part}.css`));

/** A source and all it imports at once. */
function reached(file: string, found = new Set<string>()): Set<string> {
  if (found.has(file)) return found;
  found.add(file);
  for (const [, path = ''] of read(file).matchAll(/from '(\.[^']+)'/g))
    for (const source of ['.tsx', '.ts'].map((ending) => join(dirname(file), path) + ending))
      if (existsSync(source)) reached(source, found);
  return found;
}

const core = /import \{([^}]+)\} from ['"]@mantine\/core['"]/g;
const beside = /from '@mantine\/(?!core|hooks)(\w+)'/g;

/** What these sources import from Mantine, and what its other packages do that they use. */
function importedBy(files: Iterable<string>): string[] {
  return [...files].flatMap((file) => {
    const code = read(file);
    const own = [...code.matchAll(core)].flatMap(([, names = '']) => names.match(/\w+/g) ?? []);
    const others = [...code.matchAll(beside)].flatMap(([, name = '']) => modulesBelow(join(dirname(styles), '..', name, 'esm')));
    return [...own, ...(others.length ? importedBy(others) : [])];
  });
}

const modulesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).flatMap((name) => (name.endsWith('.mjs') ? join(folder, name) : []));

/** The classes of a component and of those it is made of, as Mantine's modules name them. */
function classesOf(file: string, found: Set<string>, seen: Set<string>): void {
  if (seen.has(file) || !existsSync(file)) return;
  seen.add(file);
  const code = read(file);
  for (const [name] of code.matchAll(/\bm_[0-9a-f]+\b/g)) found.add(name);
  for (const [, path = ''] of code.matchAll(/from "(\.[^"]+)"/g)) classesOf(join(dirname(file), path), found, seen);
}

/** Where Mantine's index takes each name from. */
const modules = new Map(
  [...read(join(components, 'index.mjs')).matchAll(/import \{([^}]+)\} from "(\.[^"]+)"/g)].flatMap(([, names = '', path = '']) =>
    (names.match(/\w+/g) ?? []).map((name) => [name, join(components, path)] as const),
  ),
);

function classesFor(names: readonly string[]): Set<string> {
  const found = new Set<string>();
  const seen = new Set<string>();
  for (const name of names) classesOf(modules.get(name) ?? '', found, seen);
  return found;
}

/** The rules without those that no element can meet. `keep` says it of the classes in a selector. */
function pruned(css: string, keep: (classes: readonly string[]) => boolean): string {
  let out = '';
  let at = 0;
  for (let open = css.indexOf('{', at); open >= 0; open = css.indexOf('{', at)) {
    const head = css.slice(at, open).trim();
    let close = open;
    for (let depth = 1; depth > 0; ) {
      close++;
      if (css[close] === '{') depth++;
      if (css[close] === '}') depth--;
    }
    const body = css.slice(open + 1, close);
    const holdsRules = /^@(media|layer|supports|container)\b/.test(head);
    const inner = holdsRules ? pruned(body, keep) : body;
    if (holdsRules ? inner : keep(head.startsWith('@') ? [] : (head.match(/\bm_[0-9a-f]+\b/g) ?? [])))
      out += `${head}{${inner}}\n`;
    at = close + 1;
  }
  return out;
}

/**
 * `theme/mantine-entrance.css` and `theme/mantine-inside.css`: of Mantine's 240 KB of rules those of the components that a
 * portal has. While developing the first is all of them.
 */
export function mantineStyles(portal: string): Plugin {
  let serving = false;
  return {
    name: 'prisme-mantine-styles',
    enforce: 'pre',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    resolveId: {
      filter: { id: /theme\/mantine-(entrance|inside)\.css$/ },
      handler: (id) => parts.find((part) => part.endsWith(id.replace(/^.*\//, '/'))),
    },
    load: {
      filter: { id: /theme\/mantine-(entrance|inside)\.css$/ },
      handler(id) {
        const css = read(styles).replace(/\/\*[\s\S]*?\*\//g, '');
        if (serving) return id === parts[0] ? css : '';
        const root = portal === 'door' ? 'door/door.tsx' : 'shared/frame/portal.tsx';
        const first = classesFor([...importedBy(reached(join(here, root))), 'MantineProvider']);
        if (id === parts[0]) return pruned(css, (classes) => !classes.length || classes.some((name) => first.has(name)));
        const own = sourcesBelow(join(here, portal));
        // The door's pages share little with the portals: what they themselves reach.
        const shown =
          portal === 'door' ? own.flatMap((page) => [...reached(page)]) : [...sourcesBelow(join(here, 'shared')), ...own];
        const all = classesFor(importedBy(shown));
        return pruned(
          css,
          (classes) => classes.length > 0 && classes.some((name) => all.has(name)) && !classes.some((name) => first.has(name)),
        );
      },
    },
  };
}
