import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';
import { generate } from './codegen.ts';
import { generated, operationsIn, replaceOperations } from './operations.ts';

const folder = join(import.meta.dirname, generated);
const documents = join(folder, 'documents');
const read = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));

/**
 * graphql(`…`) becomes an import of that one document: a portal ships only its own operations, each beside its screen. A fragment
 * ships inside the operations that spread it; by itself it is a type. The texts of the operations go into `manifest`, which the
 * server trusts in production.
 */
export function graphqlDocuments(manifest: string): Plugin {
  let serving = false;
  const shipped = new Set<string>();
  return {
    name: 'prisme-graphql-documents',
    enforce: 'pre',
    configResolved(config) {
      serving = config.command === 'serve';
    },
    async buildStart() {
      if (serving) await generate();
    },
    async handleHotUpdate({ file, read, server }) {
      if (!/\.tsx?$/.test(file) || file.includes(generated) || !operationsIn(await read(), file).length) return;
      await generate().catch((error: Error) => server.config.logger.error(error.message));
    },
    transform: {
      filter: { id: /\/portals\/.*\.tsx?$/, code: /\bgraphql\(/ },
      handler(code, id) {
        if (id.includes(generated)) return;
        const names = new Set(operationsIn(code, id).map((operation) => operation.name));
        if (!names.size) return;
        // Whoever reads a fragment from the cache needs the document itself.
        const isNeeded = (name: string) => name.endsWith('Document') || /\bfragment: /.test(code);
        const needed = [...names].filter(isNeeded);
        for (const name of needed) if (name.endsWith('Document')) shipped.add(name);
        const imports = needed.map((name) => `import ${name} from ${JSON.stringify(join(documents, `${name}.json`))};`);
        const replaced = replaceOperations(code, id, (name) => (isNeeded(name) ? name : 'null'));
        // After the code, so that line numbers stay: imports are hoisted.
        return { code: `${replaced}\n${imports.join('\n')}\n`, map: null };
      },
    },
    writeBundle() {
      const texts = read('texts.json') as Record<string, string>;
      const hashes = [...shipped].map((name) => read(`documents/${name}.json`).__meta__.hash as string).sort();
      mkdirSync(dirname(manifest), { recursive: true });
      writeFileSync(manifest, JSON.stringify(Object.fromEntries(hashes.map((hash) => [hash, texts[hash]])), null, 1));
    },
  };
}
