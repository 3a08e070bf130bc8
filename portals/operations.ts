import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where codegen writes, below `portals/`; git-ignored. */
export const generated = 'shared/graphql/generated';

const call = /\bgraphql\(\s*(?:\/\* GraphQL \*\/\s*)?`(\s*(?:query|mutation|subscription|fragment)\b[^`]+)`,?\s*\)/g;

export type Operation = { file: string; source: string; name: string };

/** The generated constant of an operation: `InvoicesDocument`, `InvoiceRow_invoiceFragmentDoc`. */
function constantOf(source: string, file: string): string {
  const [, kind, name] = /\b(query|mutation|subscription|fragment)\s+(\w+)/.exec(source) ?? [];
  if (!name) throw new Error(`${file}: a graphql(\`…\`) call needs a name`);
  return name + (kind === 'fragment' ? 'FragmentDoc' : 'Document');
}

export function operationsIn(code: string, file: string): Operation[] {
  return [...code.matchAll(call)].map(([, source = '']) => ({ file, source, name: constantOf(source, file) }));
}

/** Puts `name(operation)` in place of each graphql(`…`) call. */
export function replaceOperations(code: string, file: string, replacement: (name: string) => string): string {
  return code.replace(call, (_, source: string) => replacement(constantOf(source, file)));
}

/** Every TypeScript source below a folder, without what is generated. */
export function sourcesBelow(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : sourcesBelow(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

export function operationsBelow(folder: string): Operation[] {
  return sourcesBelow(folder).flatMap((file) => operationsIn(readFileSync(file, 'utf8'), file));
}
