import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { addTypenameToDocument } from '@apollo/client/utilities';
import { preset } from '@graphql-codegen/client-preset';
import { codegen } from '@graphql-codegen/core';
import { buildASTSchema, type DocumentNode, type GraphQLSchema, getNamedType, isObjectType, parse, print } from 'graphql';
import { generated, operationsBelow } from './operations.ts';

const here = import.meta.dirname;
const out = join(here, generated);
const schemaFile = process.env.PRISME_SCHEMA ?? join(here, '../schema.graphql');

const config = {
  scalars: { DateTime: 'string', Date: 'string', Cents: 'number', Upload: 'File', JSON: 'unknown', JSONObject: 'unknown' },
  defaultScalarType: 'string',
  enumsAsTypes: true,
  useTypeImports: true,
  namingConvention: 'keep',
};

/** A file is written only when it changed, so that a dev server doesn't reload for nothing. */
function write(file: string, content: string): void {
  try {
    if (readFileSync(file, 'utf8') === content) return;
  } catch {
    mkdirSync(dirname(file), { recursive: true });
  }
  writeFileSync(file, content);
}

/** `{ Query: ['invoices'], Customer: ['activities'] }`: the fields which the cache joins page by page. */
function connectionsOf(schema: GraphQLSchema): Record<string, string[]> {
  const types = Object.values(schema.getTypeMap()).filter((type) => isObjectType(type) && !type.name.startsWith('__'));
  const entries = types.flatMap((type) => {
    const fields = isObjectType(type) ? Object.values(type.getFields()) : [];
    const lists = fields.filter((field) => getNamedType(field.type).name.endsWith('Connection')).map((field) => field.name);
    return lists.length ? [[type.name, lists] as const] : [];
  });
  return Object.fromEntries(entries);
}

/** Types without an identity, such as `FinancialSummary`: what several operations read of one joins in the cache. */
function valuesOf(schema: GraphQLSchema): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return Object.values(schema.getTypeMap())
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !roots.includes(type))
    .filter((type) => isObjectType(type) && !type.getFields().id && !/(Connection|Edge|Payload|PageInfo)$/.test(type.name))
    .map((type) => type.name);
}

/** What a portal asks when it runs this operation: the client adds `__typename`, as it does at run time. */
const sent = (document: DocumentNode): string => print(addTypenameToDocument(document));

/**
 * Types for every graphql(`…`) call of the portals, one JSON document an operation (`documents/<name>.json`), which carries its id,
 * and the text that each id stands for (`texts.json`).
 */
export async function generate(): Promise<number> {
  const operations = operationsBelow(here);
  const names = operations.map((operation) => operation.name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice) throw new Error(`Two operations are called ${twice.replace(/(Document|FragmentDoc)$/, '')}`);

  const schema = parse(readFileSync(schemaFile, 'utf8'));
  const schemaAst = buildASTSchema(schema);
  const sections = await preset.buildGeneratesSection({
    baseOutputDir: `${out}/`,
    schema,
    schemaAst,
    documents: operations.map(({ file, source }) => ({ location: file, document: parse(source), rawSDL: source })),
    config,
    presetConfig: { fragmentMasking: { unmaskFunctionName: 'readFragment' } },
    plugins: [],
    pluginMap: {},
    documentTransforms: [],
  });
  for (const section of sections) write(section.filename, await codegen(section));

  const module: Record<string, unknown> = await import(`${pathToFileURL(join(out, 'graphql.ts')).href}?at=${Date.now()}`);
  const texts: Record<string, string> = {};
  for (const name of names) {
    const document = module[name] as DocumentNode;
    const hash = createHash('sha256').update(sent(document)).digest('hex');
    const isOperation = name.endsWith('Document');
    if (isOperation) texts[hash] = sent(document);
    write(join(out, 'documents', `${name}.json`), JSON.stringify(isOperation ? { ...document, __meta__: { hash } } : document));
  }
  write(join(out, 'texts.json'), JSON.stringify(texts));
  write(join(out, 'connections.json'), JSON.stringify(connectionsOf(schemaAst)));
  write(join(out, 'values.json'), JSON.stringify(valuesOf(schemaAst)));
  return names.length;
}

if (import.meta.main) {
  rmSync(out, { recursive: true, force: true });
  console.log(`${await generate()} operations → portals/${generated}`);
}
