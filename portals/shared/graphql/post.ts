import type { FormattedExecutionResult } from 'graphql';
import i18next from 'i18next';
import { type ProgressInit, progressFetch } from './progress-fetch';

export interface Post {
  /** What codegen calls this operation by; see `hashOf`. */
  hash: string;
  variables: Record<string, unknown>;
  headers?: Record<string, string | undefined>;
  /** How far it is, and when to give up. */
  options?: Pick<ProgressInit, 'onProgress' | 'signal'>;
  /** The text itself, where the server may not know it by its id yet: while a portal is being written. */
  query?: string;
}

/** The id of an operation: the server has its text from the build. */
export function hashOf(document: object): string {
  const { __meta__ } = document as { __meta__?: { hash: string } };
  if (!__meta__) throw new Error('Operations are written as graphql(`…`)');
  return __meta__.hash;
}

/** Sends an operation by its id; files in the variables go as the multipart specification says. */
export async function post<Data>({ hash, variables, headers, options, query }: Post): Promise<FormattedExecutionResult<Data>> {
  const files = new Map<string, File>();
  const extensions = { persistedQuery: { version: 1, sha256Hash: hash } };
  const text = JSON.stringify({ query, variables: apart(variables, 'variables', files), extensions });
  const answer = await progressFetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/graphql-response+json, application/json',
      'accept-language': i18next.language,
      'apollo-require-preflight': 'true',
      ...(files.size ? {} : { 'content-type': 'application/json' }),
      ...headers,
    } as Record<string, string>,
    body: files.size ? form(text, files) : text,
    ...options,
  });
  const result = (await answer.json()) as FormattedExecutionResult<Data>;
  if (!result.data && !result.errors) throw new Error(answer.statusText);
  return result;
}

/** The same value with null in place of each file, which is put aside under its path. */
function apart(value: unknown, path: string, files: Map<string, File>): unknown {
  if (value instanceof File) {
    files.set(path, value);
    return null;
  }
  if (Array.isArray(value)) return value.map((one, i) => apart(one, `${path}.${i}`, files));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, apart(one, `${path}.${key}`, files)]));
}

function form(operations: string, files: Map<string, File>): FormData {
  const data = new FormData();
  const paths = [...files.keys()];
  data.set('operations', operations);
  data.set('map', JSON.stringify(Object.fromEntries(paths.map((path, i) => [i, [path]]))));
  for (const [i, path] of paths.entries()) data.set(String(i), files.get(path) as File);
  return data;
}
