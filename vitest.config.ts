import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { decorator: { legacy: true, emitDecoratorMetadata: true } },
  // Vite would take graphql's ES build where Node takes the other: two GraphQLScalarTypes, neither an instance of the other.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] },
  test: {
    globalSetup: 'tests/support/database.setup.ts',
    setupFiles: ['tests/support/metadata.setup.ts'],
    include: ['tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', 'tests/portals/**/*.spec.ts'],
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    // A second try keeps a busy machine from refusing a change; what needed it is marked "(retry x1)".
    retry: 1,
  },
});
