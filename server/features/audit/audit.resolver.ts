import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { AuditEntry } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { ExportAuditEntriesInput, ExportAuditEntriesPayload } from './audit.input.js';
import { AuditEntryConnection, AuditEntryPage } from './audit.page.js';
import { auditActions, auditEntries, auditEntryById } from './audit.relations.js';
import { auditStatus, beginExport, changesFor } from './audit.service.js';
import { AuditChange } from './audit-change.entity.js';
import { nameOf } from './audit-name.service.js';
import { AuditStatus } from './audit-status.entity.js';

@Resolver(() => AuditEntry)
export class AuditResolver {
  @Query(() => AuditEntry, { nullable: true, description: 'One audit entry. Null when there is none.' })
  @Requires('audit.read')
  @Through(auditEntryById)
  auditEntry(@Arg('id', () => ID, { description: 'The entry’s.' }) _id: string): void {}

  @Query(() => AuditEntryConnection, { description: 'What everybody did, looked at and was refused.' })
  @Requires('audit.read')
  @Through(auditEntries)
  auditEntries(@Args() _page: AuditEntryPage): void {}

  @Query(() => [String], { description: 'Every action that has an entry, in alphabetical order: for a filter.' })
  @Requires('audit.read')
  @Through(auditActions)
  auditActions(): void {}

  @Query(() => AuditStatus, { description: 'Whether the audit trail is sealed, and what was found when it was last verified.' })
  @Requires('audit.read')
  auditStatus(@Ctx() ctx: Context): Promise<AuditStatus> {
    return auditStatus(ctx);
  }

  @Mutation(() => ExportAuditEntriesPayload, {
    description: 'Gives an address to fetch audit entries from as a CSV file. The export is audited itself.',
  })
  @Requires('audit.export')
  @Limited('export')
  async exportAuditEntries(
    @Arg('input', { description: 'Which ones.' }) { filter }: ExportAuditEntriesInput,
    @Ctx() ctx: Context,
  ): Promise<ExportAuditEntriesPayload> {
    const id = await beginExport(ctx, filter ?? {});
    return { downloadUrl: ctx.signedUrl(`audit/${id}`, 'audit.csv') };
  }

  @FieldResolver(() => User, { nullable: true, description: 'Who. Null for nobody signed in, and for the product itself.' })
  @Through(userById, 'actorId')
  actor(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Whom they saw the product as. Null where it was as themselves.' })
  @Through(userById, 'asUserId')
  asUser(): void {}

  @FieldResolver(() => Customer, { nullable: true, description: 'Whom the object is of. Null where it is of no customer.' })
  @Through(customerById, 'aboutId')
  customer(): void {}

  @FieldResolver(() => [AuditChange], {
    description: 'What changed, as far as you may read it of the object. Secrets are never kept.',
  })
  changes(@Root() entry: AuditEntry, @Ctx() ctx: Context): Promise<AuditChange[]> {
    return changesFor(ctx, entry);
  }
}

@Resolver(() => AuditChange)
export class AuditChangeResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the id before is of, by name, such as a manager. Null where it is no id, gone, or not yours to see.',
  })
  beforeName(@Root() { property, before }: AuditChange, @Ctx() ctx: Context): Promise<string | null> {
    return nameOf(ctx, property, before);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'What the id after is of, by name. Null where it is no id, gone, or not yours to see.',
  })
  afterName(@Root() { property, after }: AuditChange, @Ctx() ctx: Context): Promise<string | null> {
    return nameOf(ctx, property, after);
  }
}
