import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Customer } from '../customer/customer.entity.js';
import { customerById } from '../customer/customer.relations.js';
import { User } from '../user/user.entity.js';
import { userById } from '../user/user.relations.js';
import { Invoice } from './invoice.entity.js';
import { invoiceById } from './invoice.relations.js';
import { Payment } from './payment.entity.js';
import { CreatePaymentInput, CreatePaymentPayload } from './payment.input.js';
import { PaymentConnection, PaymentPage } from './payment.page.js';
import { allocationsByPayment, paymentById, payments } from './payment.relations.js';
import { createPayment } from './payment.service.js';
import { PaymentAllocation } from './payment-allocation.entity.js';

@Resolver(() => Payment)
export class PaymentResolver {
  @Query(() => Payment, { nullable: true, description: 'One payment. Null when there is none, or none you may see.' })
  @Requires('payment.read')
  @Through(paymentById)
  payment(@Arg('id', () => ID, { description: 'The payment’s.' }) _id: string): void {}

  @Query(() => PaymentConnection, { description: 'The payments you see.' })
  @Requires('payment.read')
  @Through(payments)
  payments(@Args() _page: PaymentPage): void {}

  @Mutation(() => CreatePaymentPayload, {
    description:
      'Records money that came for invoices. A client records payments of the invoices they see. Never more than is due.',
  })
  @Requires('payment.create')
  async createPayment(
    @Arg('input', { description: 'What came, and for what.' }) input: CreatePaymentInput,
    @Ctx() ctx: Context,
  ): Promise<CreatePaymentPayload> {
    return { payment: await createPayment(ctx, input) };
  }

  @FieldResolver(() => Customer, { description: 'Who paid.' })
  @Through(customerById, 'customerId')
  customer(): void {}

  @FieldResolver(() => [PaymentAllocation], { description: 'Which invoices it went to.' })
  @Through(allocationsByPayment)
  allocations(): void {}

  @FieldResolver(() => User, { nullable: true, description: 'Who recorded it. Null when you do not see them.' })
  @Through(userById, 'recordedById')
  recordedBy(): void {}
}

@Resolver(() => PaymentAllocation)
export class PaymentAllocationResolver {
  @FieldResolver(() => Invoice, { description: 'The invoice.' })
  @Through(invoiceById, 'invoiceId')
  invoice(): void {}

  @FieldResolver(() => Payment, { description: 'The payment.' })
  @Through(paymentById, 'paymentId')
  payment(): void {}
}
