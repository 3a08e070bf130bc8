import 'reflect-metadata';
import { DataSource } from 'typeorm';
import { readConfig } from '#server/config.js';
import { findEmbeddedPostgres } from '#server/core/database/embedded-postgres.js';
import { databaseOptions } from '#server/database.js';

const { databaseUrl, databaseOwnerUrl, dataDir } = readConfig();
const url = databaseOwnerUrl ?? databaseUrl ?? (await findEmbeddedPostgres(dataDir))?.ownerUrl;
if (!url) throw new Error('No database: start the product with `npm start`, or set DATABASE_URL');

/** The data source as the typeorm command line reads it. */
export default new DataSource(databaseOptions(url));
