import { join } from 'node:path';
import type { Plugin } from 'vite';
import { generate } from './codegen.ts';
import { generated, operationsIn, replaceOperations } from './operations.ts';

const documents = join(import.meta.dirname, generated, 'documents');

/** graphql(`…`) becomes an import of that one document: a portal ships only its own operations, each beside its screen. */
export function graphqlDocuments(): Plugin {
  let serving = false;
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
        const imports = [...names].map((name) => `import ${name} from ${JSON.stringify(join(documents, `${name}.json`))};`);
        // After the code, so that line numbers stay: imports are hoisted.
        return { code: `${replaceOperations(code, id, (name) => name)}\n${imports.join('\n')}\n`, map: null };
      },
    },
  };
}
