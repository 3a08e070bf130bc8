import 'reflect-metadata';
import { createSchema } from './core/schema.js';
import { resolvers } from './features.js';

/** The one schema, closed: a field without a permission or an entity without a policy stops the start. */
export const buildSchema = () => createSchema(resolvers);
