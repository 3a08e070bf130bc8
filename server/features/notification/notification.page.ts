import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Notification } from './notification.entity.js';

export const NotificationConnection = Connection(Notification);

export enum NotificationSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(NotificationSort, {
  name: 'NotificationSort',
  description: 'What a list of notifications is sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When it happened.' } },
});

@InputType({ description: 'Which notifications.' })
export class NotificationFilter {
  @Field(() => Boolean, { nullable: true, description: 'True: those you have not read. False: those you have.' })
  unread?: boolean | null;
}

@ArgsType()
export class NotificationPage extends Page {
  @Field(() => NotificationSort, { defaultValue: NotificationSort.CREATED_AT, description: 'What to sort by.' })
  sort: NotificationSort;

  @Field(() => NotificationFilter, { nullable: true, description: 'Which ones.' }) filter?: NotificationFilter | null;
}
