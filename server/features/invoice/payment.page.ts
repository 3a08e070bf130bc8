import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Day } from '../../core/scalars.js';
import { Payment, PaymentMethod } from './payment.entity.js';

export const PaymentConnection = Connection(Payment);

export enum PaymentSort {
  PAID_ON = 'paidOn',
  CREATED_AT = 'createdAt',
  AMOUNT = 'amountCents',
}
registerEnumType(PaymentSort, {
  name: 'PaymentSort',
  description: 'What a list of payments is sorted by.',
  valuesConfig: {
    PAID_ON: { description: 'The day they were paid.' },
    CREATED_AT: { description: 'When they were recorded.' },
    AMOUNT: { description: 'How much.' },
  },
});

@InputType({ description: 'Which payments. All conditions hold together.' })
export class PaymentFilter {
  @Field(() => ID, { nullable: true, description: 'Of this customer.' }) customerId?: string | null;
  @Field(() => PaymentMethod, { nullable: true, description: 'That came so.' }) method?: PaymentMethod | null;
  @Field(() => Day, { nullable: true, description: 'Paid this day or later.' }) from?: string | null;
  @Field(() => Day, { nullable: true, description: 'Paid this day or earlier.' }) to?: string | null;
}

@ArgsType()
export class PaymentPage extends Page {
  @Field(() => PaymentSort, { defaultValue: PaymentSort.PAID_ON, description: 'What to sort by.' }) sort: PaymentSort;
  @Field(() => PaymentFilter, { nullable: true, description: 'Which ones.' }) filter?: PaymentFilter | null;
}
