import { Opportunity } from '../../../server/features/opportunity/opportunity.entity.js';
import { PipelineStage } from '../../../server/features/opportunity/pipeline-stage.entity.js';
import type { TestServer } from '../server.js';

type Server = Pick<TestServer, 'database'>;

/** The stages that come with the product, by their keys. */
export async function stages({ database }: Server): Promise<Record<string, PipelineStage>> {
  const found = await database.manager.find(PipelineStage);
  return Object.fromEntries(found.map((stage) => [stage.key, stage]));
}

let made = 0;

/** An opportunity of this owner, in the first stage unless said, below those made before it. */
export async function opportunity(server: Server, ownerId: string, fields: Partial<Opportunity> = {}): Promise<Opportunity> {
  const { manager: db } = server.database;
  const { id: stageId } = (await stages(server)).prospecting;
  made += 1;
  const prospectName = fields.customerId ? null : 'Menuiserie Le Goff';
  return db.save(
    db.create(Opportunity, {
      title: `Opportunité ${made}`,
      prospectName,
      amountCents: 100_000,
      stageId,
      ownerId,
      position: made * 2 ** 20,
      ...fields,
    }),
  );
}
