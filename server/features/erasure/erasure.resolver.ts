import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Watched } from '../../core/watched.js';
import { Customer } from '../customer/customer.entity.js';
import { openArchivedInvoice } from './archive.service.js';
import { ArchivedInvoice } from './archived-invoice.entity.js';
import { ErasurePreview } from './erasure.entity.js';
import {
  EraseCustomerInput,
  EraseCustomerPayload,
  OpenArchivedInvoiceInput,
  OpenArchivedInvoicePayload,
} from './erasure.input.js';
import { ArchivedInvoiceConnection, ArchivedInvoicePage } from './erasure.page.js';
import { archivedInvoiceById, archivedInvoices } from './erasure.relations.js';
import { eraseCustomer } from './erasure.service.js';
import { previewErasure } from './erasure-preview.service.js';

@Resolver(() => Customer)
export class ErasureResolver {
  @Mutation(() => EraseCustomerPayload, {
    description:
      'Erases a person everywhere: rows, files, search, mails, jobs. What the law keeps moves to the restricted archive. Refused, with every reason, while something forbids it. It can’t be undone.',
  })
  @Requires('customer.erase')
  async eraseCustomer(
    @Arg('input', { description: 'Whom.' }) input: EraseCustomerInput,
    @Ctx() ctx: Context,
  ): Promise<EraseCustomerPayload> {
    return { customer: await eraseCustomer(ctx, input) };
  }

  @FieldResolver(() => ErasurePreview, { nullable: true, description: 'What erasing them would do. Nothing is changed.' })
  @Requires('customer.erase')
  erasurePreview(@Root() customer: Customer, @Ctx() ctx: Context): Promise<ErasurePreview> {
    return previewErasure(ctx, customer);
  }

  @Mutation(() => OpenArchivedInvoicePayload, {
    description: 'Reads an invoice of somebody who was erased. It asks why, and the trail keeps who did and why.',
  })
  @Requires('archive.read')
  openArchivedInvoice(
    @Arg('input', { description: 'Which, and why.' }) input: OpenArchivedInvoiceInput,
    @Ctx() ctx: Context,
  ): Promise<OpenArchivedInvoicePayload> {
    return openArchivedInvoice(ctx, input);
  }

  @Query(() => ArchivedInvoice, { nullable: true, description: 'One invoice of the archive. Null when there is none.' })
  @Requires('archive.read')
  @Watched('archive.read', () => true)
  @Through(archivedInvoiceById)
  archivedInvoice(@Arg('id', () => ID, { description: 'Its own id in the archive.' }) _id: string): void {}

  @Query(() => ArchivedInvoiceConnection, { description: 'Invoices of people who were erased, kept for the books.' })
  @Requires('archive.read')
  @Through(archivedInvoices)
  archivedInvoices(@Args() _page: ArchivedInvoicePage): void {}
}
