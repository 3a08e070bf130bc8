import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfig } from '#server/config.js';
import { findEmbeddedPostgres } from '#server/core/database/embedded-postgres.js';
import { databaseOptions } from '#server/database.js';

const { databaseUrl, dataDir } = readConfig();
const url = databaseUrl ?? (await findEmbeddedPostgres(dataDir));
if (!url) throw new Error('No database: start the product with `npm start`, or set DATABASE_URL');

/** The data source as the typeorm command line reads it. */
export default new DataSource(databaseOptions(url));
