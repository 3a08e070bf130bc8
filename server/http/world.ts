import type { FastifyBaseLogger } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Config } from '../config.js';
import type { Services, Settings } from '../core/context.js';
import type { QueryBudget } from '../core/rate-limits/query-budget.js';
import type { Metrics } from './metrics.http.js';
import type { Viewers } from './session.http.js';

/** What the HTTP application is made of. */
export interface World {
  config: Config;
  database: DataSource;
  services: Services;
  settings: Settings;
  /** What each person's queries may cost. */
  queries: QueryBudget;
  viewers: Viewers;
  logger: FastifyBaseLogger;
  metrics: Metrics;
  /** Cookies are tied to https, but where development has none. */
  secureCookies: boolean;
  /** Set while draining: readiness fails, so that no new work is sent here. */
  stopping: boolean;
}
