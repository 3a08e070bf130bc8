import { ArgsType, Field, ID, InputType, Int, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Between, Text } from '../../core/inputs.js';
import { ConsentChannel, ConsentPurpose, ConsentStatus } from './consent.entity.js';
import { ConsentEvent, ConsentMethod } from './consent-event.entity.js';

export const ConsentEventConnection = Connection(ConsentEvent);

export enum ConsentRegisterSort {
  AT = 'at',
}
registerEnumType(ConsentRegisterSort, {
  name: 'ConsentRegisterSort',
  description: 'What the register of consents is sorted by.',
  valuesConfig: { AT: { description: 'When it was said.' } },
});

@InputType({ description: 'Which entries of the register. All conditions hold together.' })
export class ConsentRegisterFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the customer’s name, reference or e-mail; accents and case ignored.',
  })
  @Text({ max: 200 })
  search?: string | null;
  @Field(() => ID, { nullable: true, description: 'Of this customer.' }) customerId?: string | null;
  @Field(() => ConsentPurpose, { nullable: true, description: 'What for.' }) purpose?: ConsentPurpose | null;
  @Field(() => ConsentChannel, { nullable: true, description: 'By which way.' }) channel?: ConsentChannel | null;
  @Field(() => ConsentStatus, { nullable: true, description: 'What was said.' }) action?: ConsentStatus | null;
  @Field(() => ConsentMethod, { nullable: true, description: 'How it was said.' }) method?: ConsentMethod | null;
  @Field(() => Date, { nullable: true, description: 'Said at this moment or later.' }) from?: Date | null;
  @Field(() => Date, { nullable: true, description: 'Said before this moment.' }) to?: Date | null;
  @Field(() => Int, { nullable: true, description: 'Agreements that hold now and end within so many days, 400 at most.' })
  @Between(1, 400)
  expiringInDays?: number | null;
}

@ArgsType()
export class ConsentRegisterPage extends Page {
  @Field(() => ConsentRegisterSort, { defaultValue: ConsentRegisterSort.AT, description: 'What to sort by.' })
  sort: ConsentRegisterSort;
  @Field(() => ConsentRegisterFilter, { nullable: true, description: 'Which ones.' }) filter?: ConsentRegisterFilter | null;
}
