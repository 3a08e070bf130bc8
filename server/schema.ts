import 'reflect-metadata';
import { limitOf } from './core/rate-limits/limited.js';
import { createSchema } from './core/schema.js';
import { resolvers } from './features.js';
import { readRateLimits } from './rate-limits.js';

/** The one schema, closed: a field without a permission, an entity without a policy or a limit without figures stops the start. */
export function buildSchema() {
  const schema = createSchema(resolvers);
  const limits = readRateLimits();
  for (const type of [schema.getQueryType(), schema.getMutationType()])
    for (const field of Object.values(type?.getFields() ?? {})) {
      const name = limitOf(field)?.name;
      if (name && !(name in limits)) throw new Error(`${field.name}: nothing is said of ${name} in server/rate-limits.ts`);
    }
  return schema;
}
