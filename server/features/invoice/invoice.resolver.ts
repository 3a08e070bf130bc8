import { Arg, Args, Ctx, FieldResolver, Float, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Abilities, abilities, Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { Project } from '../project/project.entity.js';
import { projectById } from '../project/project.relations.js';
import { Invoice } from './invoice.entity.js';
import {
  CreateInvoiceInput,
  CreateInvoicePayload,
  DeleteInvoiceInput,
  DeleteInvoicePayload,
  IssueInvoiceInput,
  IssueInvoicePayload,
  UpdateInvoiceInput,
  UpdateInvoicePayload,
} from './invoice.input.js';
import { InvoiceConnection, InvoicePage } from './invoice.page.js';
import { invoicePolicy } from './invoice.policy.js';
import { invoiceById, invoices, linesByInvoice } from './invoice.relations.js';
import { isOverdue } from './invoice.rules.js';
import { createInvoice, deleteInvoice, updateInvoice } from './invoice.service.js';
import { issueInvoice } from './invoice-issue.service.js';
import { InvoiceLine } from './invoice-line.entity.js';
import { Payment } from './payment.entity.js';
import { allocationsByInvoice, paymentsByInvoice } from './payment.relations.js';
import { PaymentAllocation } from './payment-allocation.entity.js';

const InvoiceAbilities = Abilities(Invoice, invoicePolicy);

@Resolver(() => Invoice)
export class InvoiceResolver {
  @Query(() => Invoice, { nullable: true, description: 'One invoice. Null when there is none, or none you may see.' })
  @Requires('invoice.read')
  @Through(invoiceById)
  invoice(@Arg('id', () => ID, { description: 'The invoice’s.' }) _id: string): void {}

  @Query(() => InvoiceConnection, { description: 'The invoices you see. A client sees no drafts.' })
  @Requires('invoice.read')
  @Through(invoices)
  invoices(@Args() _page: InvoicePage): void {}

  @Mutation(() => CreateInvoicePayload, { description: 'Begins a draft. It has no number until it is issued.' })
  @Requires('invoice.create')
  async createInvoice(
    @Arg('input', { description: 'What it says.' }) input: CreateInvoiceInput,
    @Ctx() ctx: Context,
  ): Promise<CreateInvoicePayload> {
    return { invoice: await createInvoice(ctx, input) };
  }

  @Mutation(() => UpdateInvoicePayload, { description: 'Changes a draft. Lines, where given, replace all there were.' })
  @Requires('invoice.update')
  async updateInvoice(
    @Arg('input', { description: 'What to change.' }) { id, version, ...fields }: UpdateInvoiceInput,
    @Ctx() ctx: Context,
  ): Promise<UpdateInvoicePayload> {
    return { invoice: await updateInvoice(ctx, id, version, fields) };
  }

  @Mutation(() => DeleteInvoicePayload, { description: 'Deletes a draft. An issued invoice is never deleted.' })
  @Requires('invoice.delete')
  async deleteInvoice(
    @Arg('input', { description: 'Which.' }) { id }: DeleteInvoiceInput,
    @Ctx() ctx: Context,
  ): Promise<DeleteInvoicePayload> {
    return { deletedId: await deleteInvoice(ctx, id) };
  }

  @Mutation(() => IssueInvoicePayload, {
    description: 'Gives a draft its number and date and shows it to the customer. From then on it never changes.',
  })
  @Requires('invoice.issue')
  async issueInvoice(
    @Arg('input', { description: 'Which.' }) { id, version }: IssueInvoiceInput,
    @Ctx() ctx: Context,
  ): Promise<IssueInvoicePayload> {
    return { invoice: await issueInvoice(ctx, id, version) };
  }

  @FieldResolver(() => Boolean, { description: 'Something is still due though its day is past.' })
  overdue(@Root() invoice: Invoice): boolean {
    return isOverdue(invoice);
  }

  @FieldResolver(() => Customer, { description: 'Who owes it.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => Project, {
    nullable: true,
    description: 'What it is for. Null when it is for no project, or none you see.',
  })
  @Through(projectById, 'projectId')
  project(): void {}

  @FieldResolver(() => [InvoiceLine], { description: 'Its lines, in order.' })
  @Through(linesByInvoice)
  lines(): void {}

  @FieldResolver(() => [Payment], { description: 'The payments that went to it, at least in part, in the order they came.' })
  @Through(paymentsByInvoice)
  payments(): void {}

  @FieldResolver(() => [PaymentAllocation], { description: 'How much of each payment went to it.' })
  @Through(allocationsByInvoice)
  allocations(): void {}

  @FieldResolver(() => InvoiceAbilities, { description: 'What you may do with it now.' })
  viewerCan(@Root() invoice: Invoice, @Ctx() ctx: Context) {
    return abilities(ctx, invoice);
  }
}

@Resolver(() => InvoiceLine)
export class InvoiceLineResolver {
  @FieldResolver(() => Float, { description: 'How many, to three decimals.' })
  quantity(@Root() line: InvoiceLine): number {
    return line.quantityMilli / 1000;
  }
}
