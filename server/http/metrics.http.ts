import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { poolOf } from '../database.js';
import type { World } from './world.js';

export class Metrics {
  readonly registry = new Registry();

  readonly operations = new Histogram({
    name: 'prisme_graphql_operation_seconds',
    help: 'Time to answer a GraphQL operation, by kind and outcome.',
    labelNames: ['kind', 'outcome'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  watchPool(pool: { totalCount: number; idleCount: number; waitingCount: number }): void {
    new Gauge({
      name: 'prisme_database_connections',
      help: 'Connections of the pool, by state; waiting are requests without one.',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        this.set({ state: 'busy' }, pool.totalCount - pool.idleCount);
        this.set({ state: 'idle' }, pool.idleCount);
        this.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
  }
}

/** GET /metrics for Prometheus, /health/live and /health/ready for whoever starts and watches the process. */
export function serveHealth(app: FastifyInstance, world: World): void {
  const pool = poolOf(world.database);
  world.metrics.watchPool(pool);
  app.get('/metrics', async (_request, reply) =>
    reply.type(world.metrics.registry.contentType).send(await world.metrics.registry.metrics()),
  );
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async (_request, reply) => {
    const database = await pool.query('select 1').then(
      () => 'ok',
      () => 'away',
    );
    if (database === 'ok' && !world.stopping) return { status: 'ok', database };
    return reply
      .code(503)
      .header('retry-after', '5')
      .send({ status: world.stopping ? 'stopping' : 'unavailable', database });
  });
}
