import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root, Subscription } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { happenings } from '../../core/events/live.js';
import { enqueue } from '../../core/jobs/jobs.js';
import { Limited } from '../../core/rate-limits/limited.js';
import { Through } from '../../core/relation.js';
import { say } from '../../core/words.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import {
  CancelExportInput,
  CancelExportPayload,
  ExportConsentsInput,
  ExportConsentsPayload,
  ExportCustomerInput,
  ExportCustomerPayload,
  ExportCustomersInput,
  ExportCustomersPayload,
  ExportRegisterInput,
  ExportRegisterPayload,
} from './export.input.js';
import { writeExportJob } from './export.jobs.js';
import { ExportRunConnection, ExportRunPage } from './export.page.js';
import { exportRunPolicy } from './export.policy.js';
import { exportRunById, exportRuns } from './export.relations.js';
import { downloadUrlOf } from './export-file.service.js';
import { ExportRun } from './export-run.entity.js';
import {
  beginConsentsExport,
  beginCustomerExport,
  beginCustomersExport,
  beginRegisterExport,
  cancelExport,
} from './export-run.service.js';

const ExportRunAbilities = Abilities(ExportRun, exportRunPolicy);

@Resolver(() => ExportRun)
export class ExportResolver {
  @Query(() => ExportRun, { nullable: true, description: 'One export. Null when there is none.' })
  @Requires('customer.export')
  @Through(exportRunById)
  exportRun(@Arg('id', () => ID, { description: 'The export’s.' }) _id: string): void {}

  @Query(() => ExportRunConnection, { description: 'Your exports; everybody’s for whoever administers them.' })
  @Requires('customer.export')
  @Through(exportRuns)
  exportRuns(@Args() _page: ExportRunPage): void {}

  @Mutation(() => ExportCustomerPayload, {
    description:
      'Writes all that you see of a customer into a file, in the background. It holds no field that you may not read; that you asked is audited and stands on the timeline.',
  })
  @Requires('customer.export')
  @Limited('export')
  async exportCustomer(
    @Arg('input', { description: 'Which, and how.' }) input: ExportCustomerInput,
    @Ctx() ctx: Context,
  ): Promise<ExportCustomerPayload> {
    const exportRun = await beginCustomerExport(ctx, input);
    await enqueue(ctx, writeExportJob, { exportRunId: exportRun.id });
    return { exportRun };
  }

  @Mutation(() => ExportCustomersPayload, {
    description:
      'Writes the customers of a list into a file, a row each, in the background. It holds no field that you may not read.',
  })
  @Requires('customer.exportMany')
  @Limited('export')
  async exportCustomers(
    @Arg('input', { description: 'Which, and how.' }) input: ExportCustomersInput,
    @Ctx() ctx: Context,
  ): Promise<ExportCustomersPayload> {
    const exportRun = await beginCustomersExport(ctx, input);
    await enqueue(ctx, writeExportJob, { exportRunId: exportRun.id });
    return { exportRun };
  }

  @Mutation(() => ExportConsentsPayload, {
    description: 'Writes the register of consents into a file with what proves each entry, in the background.',
  })
  @Requires('consent.export')
  @Limited('export')
  async exportConsents(
    @Arg('input', { description: 'Which, and how.' }) input: ExportConsentsInput,
    @Ctx() ctx: Context,
  ): Promise<ExportConsentsPayload> {
    const exportRun = await beginConsentsExport(ctx, input);
    await enqueue(ctx, writeExportJob, { exportRunId: exportRun.id });
    return { exportRun };
  }

  @Mutation(() => ExportRegisterPayload, {
    description: 'Writes a register of what we do with data on people into a file, in the background.',
  })
  @Requires('register.read')
  @Limited('export')
  async exportRegister(
    @Arg('input', { description: 'Which, and how.' }) input: ExportRegisterInput,
    @Ctx() ctx: Context,
  ): Promise<ExportRegisterPayload> {
    const exportRun = await beginRegisterExport(ctx, input);
    await enqueue(ctx, writeExportJob, { exportRunId: exportRun.id });
    return { exportRun };
  }

  @Mutation(() => CancelExportPayload, { description: 'Stops an export that waits or is being written; it leaves no file.' })
  @Requires('customer.export')
  async cancelExport(
    @Arg('input', { description: 'Which.' }) { id }: CancelExportInput,
    @Ctx() ctx: Context,
  ): Promise<CancelExportPayload> {
    return { exportRun: await cancelExport(ctx, id) };
  }

  @Subscription(() => ExportRun, {
    nullable: true,
    subscribe: happenings(['exportRun'], ({ about }, { context }) => about === context.viewer.id),
    description: 'An export of yours each time it got further, about twice a second, and once it ended. Never null.',
  })
  @Requires('customer.export')
  @Through(exportRunById)
  exportRunChanged(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who asked for it.' })
  @Through(userById, 'createdById')
  createdBy(): void {}

  @FieldResolver(() => Customer, {
    nullable: true,
    description: 'Of one customer: whom. Null otherwise, or when you don’t see them.',
  })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => String, { nullable: true, description: 'Why it failed, in your language. Null unless it did.' })
  error(@Root() { errorCode }: ExportRun, @Ctx() { locale }: Context): string | null {
    return errorCode && say(errorCode, locale);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Where to fetch the file, for ten minutes. Null while there is none, and for everybody but whoever asked for it.',
  })
  downloadUrl(@Root() run: ExportRun, @Ctx() ctx: Context): string | null {
    return downloadUrlOf(ctx, run);
  }

  @FieldResolver(() => ExportRunAbilities, { description: 'What you may do with it.' })
  viewerCan(@Root() run: ExportRun, @Ctx() ctx: Context) {
    return abilities(ctx, run);
  }
}
