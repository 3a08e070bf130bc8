import { audit, changesOf } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { UserError } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import { Setting } from '../setting/setting.entity.js';
import { HealthFactorKind } from './health.entity.js';
import type { HealthWeights } from './health.input.js';
import { usualWeights, type Weights } from './health.rules.js';
import './health.words.js';

const KEY = 'healthWeights';

export async function healthWeightsOf(ctx: Pick<Context, 'query'>): Promise<HealthWeights> {
  const [set] = await ctx.query<{ value: HealthWeights } | undefined>(sql`select value from setting where key = ${KEY}`);
  const { RHYTHM: rhythm, TREND: trend, PAYMENT: payment, CONTACT: contact } = usualWeights;
  return set?.value ?? { rhythm, trend, payment, contact };
}

export const byFactor = ({ rhythm, trend, payment, contact }: HealthWeights): Weights => ({
  [HealthFactorKind.RHYTHM]: rhythm,
  [HealthFactorKind.TREND]: trend,
  [HealthFactorKind.PAYMENT]: payment,
  [HealthFactorKind.CONTACT]: contact,
});

export async function updateHealthWeights(ctx: Context, wanted: HealthWeights): Promise<HealthWeights> {
  const { rhythm, trend, payment, contact } = wanted;
  const weights = { rhythm, trend, payment, contact };
  for (const [name, weight] of Object.entries(weights))
    if (weight < 0 || weight > 100) throw new UserError('BAD_HEALTH_WEIGHT', ['input', name]);
  if (Object.values(weights).filter((weight) => weight > 0).length < 2) throw new UserError('NO_HEALTH_WEIGHT', ['input']);
  const changes = changesOf(await healthWeightsOf(ctx), weights);
  const [{ id }] = await ctx.query<{ id: string }>(sql`
    insert into setting (key, value) values (${KEY}, ${JSON.stringify(weights)}::jsonb)
    on conflict (key) do update set value = excluded.value, updated_at = now() returning id`);
  await audit(ctx, 'healthWeights.update', ctx.db.create(Setting, { id }), changes);
  return weights;
}
