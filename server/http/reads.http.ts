import type { ApolloServerPlugin } from '@apollo/server';
import { isUUID } from 'class-validator';
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLNamedType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  isObjectType,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  type SelectionSetNode,
} from 'graphql';
import { auditRead } from '../core/audit.entity.js';
import type { Context } from '../core/context.js';
import { type Watch, watchOf } from '../core/watched.js';
import { Text } from './text.http.js';

/** A root field of a document that is watched, and what below it is. */
interface Reading {
  /** Its name in the answer. */
  key: string;
  node: FieldNode;
  type: GraphQLNamedType;
  watches: Watch[];
  /** It is the only root, so that a glance at the answer's beginning tells whether it is null. */
  alone: boolean;
}

/** Notes who read what, once the answer is there. */
export function readsAudited(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  // Apollo keeps the documents it has parsed: most are found to hold nothing of the kind, once.
  const known = new WeakMap<DocumentNode, Map<OperationDefinitionNode, Reading[]>>();
  const readingsOf = (document: DocumentNode, operation: OperationDefinitionNode): Reading[] => {
    const byOperation = known.get(document) ?? new Map<OperationDefinitionNode, Reading[]>();
    known.set(document, byOperation);
    const found = byOperation.get(operation) ?? readingsIn(schema, document, operation);
    byOperation.set(operation, found);
    return found;
  };
  return {
    requestDidStart: async () => ({
      willSendResponse: async ({ contextValue: ctx, document, operation, request, response }) => {
        if (operation?.operation !== OperationTypeNode.QUERY || !document || response.body.kind !== 'single') return;
        const readings = readingsOf(document, operation);
        const { data } = response.body.singleResult;
        if (readings.length === 0 || !data) return;
        for (const { key, node, type, watches, alone } of readings) {
          const seen = watches.filter(({ by }) => by(ctx.viewer));
          if (seen.length === 0 || isNull(data, key, alone)) continue;
          const field = schema.getQueryType()!.getFields()[node.name.value];
          const { id } = getArgumentValues(field, node, request.variables ?? {});
          if (!isUUID(id)) continue;
          for (const { action } of seen) auditRead(ctx, action, { type: type.name, id: id as string });
        }
      },
    }),
  };
}

function isNull(data: Record<string, unknown>, key: string, alone: boolean): boolean {
  if (!(data instanceof Text)) return data[key] == null;
  if (alone) return /^\{"[^"]*"\s*:\s*null/.test(data.json);
  return (JSON.parse(data.json) as Record<string, unknown>)[key] == null;
}

function readingsIn(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Reading[] {
  const fragments = new Map(
    document.definitions.flatMap((one) => (one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one] as const] : [])),
  );
  const roots = fieldsIn(operation.selectionSet, fragments);
  return roots.flatMap((node) => {
    const field = schema.getQueryType()!.getFields()[node.name.value];
    const type = field && getNamedType(field.type);
    const watch = field && watchOf(field);
    if (!watch || !isObjectType(type) || !node.selectionSet) return [];
    const below = fieldsIn(node.selectionSet, fragments).flatMap(({ name }) => {
      const part = type.getFields()[name.value];
      return (part && watchOf(part)) ?? [];
    });
    const key = node.alias?.value ?? node.name.value;
    return [{ key, node, type, watches: [watch, ...below], alone: roots.length === 1 }];
  });
}

const fieldsIn = ({ selections }: SelectionSetNode, fragments: Map<string, FragmentDefinitionNode>): FieldNode[] =>
  selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const within = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
    return within ? fieldsIn(within.selectionSet, fragments) : [];
  });
