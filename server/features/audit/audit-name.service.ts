import { entitiesWithPolicy } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { load } from '../../core/loader.js';
import { rowById } from './audit.service.js';

/** Of what the id is that a property holds, by the type's name; an id in any other property stays an id. */
const holders: Record<string, readonly string[]> = {
  User: ['actorId', 'authorId', 'createdById', 'managerId', 'ownerId', 'prestataireId', 'resellerId', 'uploadedById', 'userId'],
  Customer: ['customerId', 'otherId'],
  Project: ['projectId'],
  Mission: ['missionId'],
  Invoice: ['invoiceId'],
  Order: ['orderId'],
  Opportunity: ['opportunityId'],
  PipelineStage: ['stageId'],
  Document: ['documentId'],
};

type Named = { name?: string; nameFr?: string; nameEn?: string; title?: string; number?: string | null };

/** The name of what a value is the id of, as far as the viewer may see it. */
export async function nameOf(ctx: Context, property: string, value: unknown): Promise<string | null> {
  const entity = entitiesWithPolicy().find(({ name }) => holders[name]?.includes(property));
  if (!entity || typeof value !== 'string') return null;
  const row: Named | null = await load(ctx, rowById(entity), value);
  return row && ((ctx.locale === 'fr' ? row.nameFr : row.nameEn) ?? row.name ?? row.number ?? row.title ?? null);
}
