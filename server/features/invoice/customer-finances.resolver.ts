import { Arg, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import { Day } from '../../core/scalars.js';
import { Customer } from '../customer/customer.entity.js';
import { BalanceMonth, PaymentRisk, RiskReason } from './customer-finances.entity.js';
import { balanceHistoryByCustomer, paymentRiskByCustomer } from './customer-finances.relations.js';
import { textOf } from './payment-risk.words.js';

@Resolver(() => Customer)
export class CustomerFinancesResolver {
  @FieldResolver(() => [BalanceMonth], {
    nullable: true,
    description:
      'What they owed at the end of each month, and what moved it, the earliest first. Null when you may not see their money.',
  })
  @Requires('payment.read')
  @Through(balanceHistoryByCustomer)
  balanceHistory(
    @Arg('months', () => Int, { defaultValue: 12, description: 'How many months, 60 at most.' }) _months: number,
    @Arg('asOf', () => Day, { nullable: true, description: 'As it stood at the end of this day; today unless said.' }) _asOf?:
      | string
      | null,
  ): void {}

  @FieldResolver(() => PaymentRisk, {
    nullable: true,
    description: 'How reliably they pay, with the reasons. For our own people; null when you may not see their money.',
  })
  @Requires('customer.risk')
  @Through(paymentRiskByCustomer)
  paymentRisk(
    @Arg('asOf', () => Day, { nullable: true, description: 'As it stood at the end of this day; today unless said.' }) _asOf?:
      | string
      | null,
  ): void {}
}

@Resolver(() => RiskReason)
export class RiskReasonResolver {
  @FieldResolver(() => String, { description: 'In words, with its figures, in your language.' })
  text(@Root() reason: RiskReason, @Ctx() { locale }: Context): string {
    return textOf(reason, locale);
  }
}
