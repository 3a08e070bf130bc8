import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { Processor } from '../features/register/processor.entity.js';
import type { Scene } from './scene.js';

/** Who works with data for the house: two under contract, and one who still has to sign. */
export function addRegisters(scene: Scene): void {
  const { clock } = scene;
  const random = scene.random('registers');
  const add = (daysAgo: number, row: Partial<Processor>) => {
    const createdAt = clock.past(daysAgo, 10);
    return scene.rows.add(Processor, { id: random.id(createdAt), ...row, createdAt, updatedAt: createdAt });
  };
  add(420, {
    name: 'Iroise Hébergement',
    service: 'Serveurs, base de données et sauvegardes chiffrées de Prisme.',
    country: 'FR',
    contractOn: clock.daysAgo(421),
    contractReference: 'Classeur Contrats, CT-2025-014',
    subProcessors: 'Un second centre de données, à Rennes.',
    contact: 'dpo@iroise-hebergement.example',
  });
  add(300, {
    name: 'Ponant Courriels',
    service: 'Envoi des e-mails.',
    country: 'FR',
    contractOn: clock.daysAgo(301),
    contractReference: 'Classeur Contrats, CT-2025-031',
    contact: 'securite@ponant-courriels.example',
  });
  add(12, {
    name: 'Léman Support',
    service: 'Assistance aux utilisateurs le week-end.',
    country: 'CH',
    transferSafeguard: 'Décision d’adéquation de la Commission (Suisse).',
    contact: 'contact@leman-support.example',
  });
}

/** Which of them takes part in what the product does, and who answers for it. */
export async function tieRegisters(ctx: Context, { people }: Scene): Promise<void> {
  await ctx.query(sql`
    insert into processing_activity_processor (activity_id, processor_id)
    select a.id, p.id from processing_activity a, processor p
    where p.name = 'Iroise Hébergement' or p.name = 'Ponant Courriels' and a.code in ('MESSAGES', 'PROSPECTING')
      or p.name = 'Léman Support' and a.code = 'ACCOUNTS'
    on conflict do nothing`);
  await ctx.query(sql`
    update processing_activity set responsible = (select name from "user" where id = ${people.claire}),
      transfers = case when code = 'ACCOUNTS' then 'Suisse, pour l’assistance du week-end' end,
      transfer_safeguard = case when code = 'ACCOUNTS' then 'Décision d’adéquation de la Commission' end
    where code is not null`);
}
