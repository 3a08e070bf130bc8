import { ArgsType, Field, ID, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { Mail, MailStatus } from './mail.entity.js';

export const MailConnection = Connection(Mail);

export enum MailSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(MailSort, {
  name: 'MailSort',
  description: 'What the outbox is sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When the mail was written.' } },
});

@InputType({ description: 'Which mails. All conditions hold together.' })
export class MailFilter {
  @Field(() => MailStatus, { nullable: true, description: 'Where they stand.' }) status?: MailStatus | null;
  @Field(() => ID, { nullable: true, description: 'About this customer.' }) customerId?: string | null;

  @Field(() => String, { nullable: true, description: 'Part of the address or the subject; accents and case ignored.' })
  @Text({ max: 200 })
  search?: string | null;
}

@ArgsType()
export class MailPage extends Page {
  @Field(() => MailSort, { defaultValue: MailSort.CREATED_AT, description: 'What to sort by.' }) sort: MailSort;
  @Field(() => MailFilter, { nullable: true, description: 'Which ones.' }) filter?: MailFilter | null;
}
