import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emitSchema } from '../core/schema.js';
import { buildSchema } from '../schema.js';

/** `npm run schema`: writes `schema.graphql` from the code. A test fails while the two differ. */
writeFileSync(join(process.cwd(), 'schema.graphql'), emitSchema(buildSchema()));
