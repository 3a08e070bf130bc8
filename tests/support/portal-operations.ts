import { join } from 'node:path';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isNonNullType,
  isRequiredInputField,
  Kind,
  type OperationDefinitionNode,
  parse,
  print,
  typeFromAST,
  visit,
} from 'graphql';
import { operationsBelow } from '../../portals/operations.js';

const portals = join(import.meta.dirname, '../../portals');

export interface PortalQuery {
  name: string;
  /** client, prestataire, revendeur or superadmin; `shared` for what all of them use. */
  portal: string;
  operation: OperationDefinitionNode;
  /** With every fragment it needs. */
  text: string;
}

/** Every query of the portals, as they send it. */
export function portalQueries(): PortalQuery[] {
  const parsed = operationsBelow(portals).map(({ file, source }) => ({ file, document: parse(source) }));
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const { document } of parsed)
    for (const definition of document.definitions)
      if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  return parsed.flatMap(({ file, document }) =>
    document.definitions.flatMap((operation) => {
      if (operation.kind !== Kind.OPERATION_DEFINITION || operation.operation !== 'query' || !operation.name) return [];
      const portal = file.slice(portals.length + 1).split(/[\\/]/)[0];
      return [{ name: operation.name.value, portal, operation, text: withFragments(operation, fragments) }];
    }),
  );
}

function withFragments(operation: OperationDefinitionNode, fragments: Map<string, FragmentDefinitionNode>): string {
  const needed = new Set<string>();
  const look = (node: OperationDefinitionNode | FragmentDefinitionNode) =>
    visit(node, {
      FragmentSpread({ name }) {
        if (needed.has(name.value)) return;
        needed.add(name.value);
        const fragment = fragments.get(name.value);
        if (fragment) look(fragment);
      },
    });
  look(operation);
  const definitions = [operation, ...[...needed].flatMap((name) => fragments.get(name) ?? [])];
  return print({ kind: Kind.DOCUMENT, definitions } satisfies DocumentNode);
}

/** The root field which this variable is an argument of, such as `customer`. */
function rootOf(operation: OperationDefinitionNode, variable: string): string | undefined {
  for (const field of operation.selectionSet.selections)
    if (
      field.kind === Kind.FIELD &&
      field.arguments?.some(({ value }) => value.kind === Kind.VARIABLE && value.name.value === variable)
    )
      return field.name.value;
  return undefined;
}

/** Something to ask it with: an id is one of a row of the type the root field is named after. */
export function variablesFor(
  schema: GraphQLSchema,
  { operation }: PortalQuery,
  idFor: (root: string | undefined, variable: string) => string,
): Record<string, unknown> {
  const entries = (operation.variableDefinitions ?? []).flatMap(({ variable, type: node, defaultValue }) => {
    const name = variable.name.value;
    const type = typeFromAST(schema, node as never);
    if (!type) return [];
    const isNeeded = isNonNullType(type) && !defaultValue;
    if (!isNeeded && getNamedType(type).name !== 'ID') return [];
    return [[name, valueFor(getNamedType(type), name, () => idFor(rootOf(operation, name), name))]];
  });
  return Object.fromEntries(entries);
}

function valueFor(type: GraphQLNamedType, name: string, id: () => string): unknown {
  if (type.name === 'ID') return id();
  if (isEnumType(type)) return type.getValues()[0].name;
  if (isInputObjectType(type)) {
    const needed = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(needed.map((field) => [field.name, valueFor(getNamedType(field.type), field.name, id)]));
  }
  const plain: Record<string, unknown> = { Int: 5, Boolean: true, Date: '2026-11-20', DateTime: '2026-11-20T10:00:00Z' };
  // The name of a type is one that there is.
  return plain[type.name] ?? (name === 'typeName' ? 'Customer' : type.name === 'String' ? 'a' : {});
}
