import { readFileSync } from 'node:fs';
import type { Request } from '@playwright/test';

/** The name of the operation that a request of a portal asks for by its id. */
export function operationOf(request: Request): string {
  const [, portal = ''] = /^\/(\w+)\//.exec(new URL(request.frame().url()).pathname) ?? [];
  const texts = JSON.parse(readFileSync(`dist/portals/operations/${portal}.json`, 'utf8')) as Record<string, string>;
  const { sha256Hash } = request.postDataJSON().extensions.persistedQuery as { sha256Hash: string };
  return /\b(?:query|mutation) (\w+)/.exec(texts[sha256Hash] ?? '')?.[1] ?? sha256Hash;
}
