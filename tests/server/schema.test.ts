import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { emitSchema, undescribed } from '../../server/core/schema.js';
import { buildSchema } from '../../server/schema.js';

const schema = buildSchema();

test('schema.graphql is what is served: run `npm run schema` after a change', () => {
  expect(emitSchema(schema)).toBe(readFileSync(join(import.meta.dirname, '../../schema.graphql'), 'utf8'));
});

test('every type, field, argument and value says what it is', () => {
  expect(undescribed(schema)).toEqual([]);
});
