import { type ApolloServerPlugin, type GraphQLRequestContextResponseForOperation, HeaderMap } from '@apollo/server';
import { isUUID } from 'class-validator';
import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  OperationTypeNode,
} from 'graphql';
import { Asked, tieOf } from '../core/asked.js';
import type { Context } from '../core/context.js';
import { wayToNul } from '../core/inputs.js';
import { type Sql, sql } from '../core/sql.js';
import { answerObject, answerOf, answerRow, NotInText, NotInTextNow } from '../core/text.js';

type Answering = GraphQLRequestContextResponseForOperation<Context>;

/** PostgreSQL's own text, on its way to the client unparsed. It stands where Apollo expects the data. */
export class Text {
  [field: string]: unknown;
  constructor(readonly json: string) {}
}

export const stringifyResult = (result: { data?: unknown }): string =>
  result.data instanceof Text ? `{"data":${result.data.json}}\n` : `${JSON.stringify(result)}\n`;

/**
 * Answers a query that can be said whole in one statement with that statement's text, and runs no resolver for it.
 * Anything else, and anything that is wrong with it, goes the ordinary way, which words every error as ever.
 */
export function textAnswers(schema: GraphQLSchema): ApolloServerPlugin<Context> {
  // Apollo keeps the documents it has parsed: one that code must answer is found out once.
  const inCode = new WeakSet<DocumentNode>();

  return {
    requestDidStart: async () => ({
      async responseForOperation(request) {
        const { contextValue, document, operation } = request;
        if (contextValue.settings.answers !== 'text' || operation?.operation !== OperationTypeNode.QUERY) return null;
        if (inCode.has(document)) return null;
        try {
          const [{ data }] = await contextValue.query<{ data: string }>(statementFor(schema, request));
          return { http: { headers: new HeaderMap() }, body: { kind: 'single', singleResult: { data: new Text(data) } } };
        } catch (mistake) {
          if (mistake instanceof NotInText && !(mistake instanceof NotInTextNow)) inCode.add(document);
          return null;
        }
      },
    }),
  };
}

function statementFor(schema: GraphQLSchema, request: Answering): Sql {
  const root = wholeOperation(schema, request);
  const data = answerObject(root, (child, field) => {
    const tie = tieOf(field);
    if (!tie) throw new NotInText(`${field.name} is answered by code`);
    const { args } = root.below(child);
    if (wayToNul(args)) throw new NotInTextNow('PostgreSQL takes no NUL');
    const key = args[tie.from] ?? null;
    if (key !== null && !isUUID(key)) throw new NotInTextNow('what is no UUID is no id');
    return answerOf(root, child, sql`${key}::uuid`);
  });
  return sql`select (${data})::text as data`;
}

/** The operation itself as something asked: a field of type Query, so to say, that selects the roots. */
function wholeOperation(schema: GraphQLSchema, { document, operation, request, contextValue }: Answering): Asked {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  if (errors) throw errors[0];
  const fragments = Object.fromEntries(
    document.definitions.flatMap((one): [string, FragmentDefinitionNode][] =>
      one.kind === Kind.FRAGMENT_DEFINITION ? [[one.name.value, one]] : [],
    ),
  );
  const field = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'query' }, selectionSet: operation.selectionSet } as const;
  const asOperation = { schema, fragments, variableValues: coerced };
  return new Asked(contextValue, {}, answerRow, asOperation, schema.getQueryType()!, [field]);
}
