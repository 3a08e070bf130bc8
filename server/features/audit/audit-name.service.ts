import { entitiesWithPolicy } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { rowById } from './audit.service.js';

/** What the id that a property holds is of; an id of a property that isn't here stays an id. */
const kinds: Record<string, string> = {
  ...{ actorId: 'User', assigneeId: 'User', authorId: 'User', createdById: 'User', managerId: 'User', ownerId: 'User' },
  ...{ prestataireId: 'User', resellerId: 'User', uploadedById: 'User', userId: 'User' },
  ...{ customerId: 'Customer', otherId: 'Customer', projectId: 'Project', missionId: 'Mission', invoiceId: 'Invoice' },
  ...{ orderId: 'Order', opportunityId: 'Opportunity', documentId: 'Document', stageId: 'PipelineStage' },
};

type Named = { name?: string; nameFr?: string; nameEn?: string; title?: string; number?: string | null };

/** The name of what a value is the id of, as far as the viewer may see it. */
export async function nameOf(ctx: Context, property: string, value: unknown): Promise<string | null> {
  const entity = entitiesWithPolicy().find(({ name }) => name === kinds[property]);
  if (!entity || typeof value !== 'string') return null;
  const row: Named | null = await load(ctx, rowById(entity), value);
  return row && ((ctx.locale === 'fr' ? row.nameFr : row.nameEn) ?? row.name ?? row.number ?? row.title ?? null);
}
