import {
  type GraphQLField,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  printSchema,
} from 'graphql';
import { buildSchemaSync } from 'type-graphql';
import { getMetadataArgsStorage } from 'typeorm';
import { noteRequirement, permit, policyOf, refuseWhileViewing, requirementOf } from './access.js';
import { type Field, tieOf } from './asked.js';
import type { Context } from './context.js';
import { badInput } from './errors.js';
import { wayToNul } from './inputs.js';
import { resolverOf } from './loader.js';
import { inTransaction, refusalsAudited } from './mutation.js';
import { counted, limitOf } from './rate-limits/limited.js';
import { DateTime } from './scalars.js';
import type { Entity } from './table.js';

type AnyField = GraphQLField<unknown, Context>;

/** The schema of these resolvers, closed: it isn't built where a policy or a permission is missing. */
export function createSchema(resolvers: Function[]): GraphQLSchema {
  const schema = buildSchemaSync({
    resolvers: resolvers as never,
    scalarsMap: [{ type: Date, scalar: DateTime }],
    validate: true,
    // Subscriptions bring their own streams, authorised for each event; TypeGraphQL asks for a bus all the same.
    pubSub: {
      publish: () => {},
      subscribe: () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true, value: undefined }) }) }),
    },
  });
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const entity = entityNamed(type.name);
    if (entity) policyOf(entity);
    for (const field of Object.values(type.getFields())) {
      follow(field);
      noteRequirement(type.name, field);
    }
    for (const name of answeredByMethod(type.name)) {
      const field = type.getFields()[name];
      field.extensions = { ...field.extensions, computed: true };
    }
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) field.resolve = inTransaction(field.resolve!);
  for (const type of Object.values(schema.getTypeMap()).filter(isObjectType)) {
    const isRoot = roots.includes(type);
    for (const field of Object.values(type.getFields())) {
      guard(field, isRoot, type === schema.getMutationType());
      const limit = limitOf(field);
      // What PostgreSQL answers whole runs no resolver to count in.
      if (limit && (!isRoot || tieOf(field))) throw new Error(`${field.name}: only root fields with a body are counted`);
      if (limit) field.resolve = counted(limit, field.resolve!);
    }
  }
  for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) field.resolve = refusalsAudited(field.resolve!);
  return schema;
}

/** One word an idea: a type that shares its name with an entity is that entity. */
const entityNamed = (name: string) =>
  getMetadataArgsStorage().tables.find(({ target }) => typeof target === 'function' && target.name === name)?.target as
    | Entity
    | undefined;

interface FieldMethod {
  schemaName: string;
  resolverClassMetadata?: { getObjectType(): { name: string } };
}

/** The fields of this type that a resolver class has a method for: what stands in a column of that name is not the answer. */
function answeredByMethod(typeName: string): string[] {
  // TypeGraphQL keeps what its decorators said here, and exports no way to it.
  const { fieldResolvers } = (globalThis as unknown as { TypeGraphQLMetadataStorage: { fieldResolvers: FieldMethod[] } })
    .TypeGraphQLMetadataStorage;
  return fieldResolvers
    .filter(({ resolverClassMetadata }) => resolverClassMetadata?.getObjectType().name === typeName)
    .map(({ schemaName }) => schemaName);
}

/** A field tied to a relation is answered by it, whatever stands in the method. */
function follow(field: AnyField): void {
  const tie = tieOf(field);
  if (!tie) return;
  policyOf(tie.relation.entity);
  tie.relation.check?.(field as Field);
  field.resolve = resolverOf(tie) as AnyField['resolve'];
}

/** Puts the permission before the field: for a subscription before its stream opens, and again at each event. */
function guard(field: AnyField, isRoot: boolean, isMutation: boolean): void {
  const requirement = requirementOf(field);
  if (!requirement) {
    if (isRoot) throw new Error(`${field.name} says neither @Requires nor @Public`);
    return;
  }
  const { resolve, subscribe } = field;
  const guarded =
    (step: NonNullable<AnyField['resolve']>): AnyField['resolve'] =>
    (root, args, ctx, info) => {
      if (isMutation) refuseWhileViewing(ctx.viewer, field);
      permit(ctx.viewer, requirementOf(field) ?? requirement);
      if (isRoot && !isMutation && wayToNul(args)) throw badInput('CONTROL_CHARACTER');
      return step(root, args, ctx, info);
    };
  field.resolve = guarded(resolve ?? ((parent) => (parent as Record<string, unknown>)[field.name]));
  if (subscribe) field.subscribe = guarded(subscribe);
  field.description = [field.description, `Requires: ${requirement}.`].filter(Boolean).join(' ');
}

/** What `schema.graphql` holds. */
export const emitSchema = (schema: GraphQLSchema): string => `${printSchema(schema)}\n`;

/** The names of all that a reader of the schema finds without a word of explanation. */
export function undescribed(schema: GraphQLSchema): string[] {
  return Object.values(schema.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !['Query', 'Mutation', 'Subscription'].includes(type.name))
    .flatMap((type) => [
      ...(type.description || /^(String|Int|Float|Boolean|ID)$/.test(type.name) ? [] : [type.name]),
      ...(isObjectType(type) || isInterfaceType(type) || isInputObjectType(type) ? Object.values(type.getFields()) : [])
        .filter(({ description }) => !description)
        .map(({ name }) => `${type.name}.${name}`),
      ...(isEnumType(type)
        ? type
            .getValues()
            .filter(({ description }) => !description)
            .map(({ name }) => `${type.name}.${name}`)
        : []),
    ]);
}
