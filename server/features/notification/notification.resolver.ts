import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { Through } from '../../core/relation.js';
import './mention-notice.service.js';
import { Notification } from './notification.entity.js';
import { MarkNotificationsReadInput, MarkNotificationsReadPayload } from './notification.input.js';
import { NotificationConnection, NotificationPage } from './notification.page.js';
import { notifications, unreadNotifications } from './notification.relations.js';
import { markNotificationsRead } from './notification.service.js';
import { titleOf } from './notification.words.js';

@Resolver(() => Notification)
export class NotificationResolver {
  @Query(() => NotificationConnection, { description: 'What you were told.' })
  @Requires('notification.read')
  @Through(notifications)
  notifications(@Args() _page: NotificationPage): void {}

  @Query(() => Int, { description: 'How many notifications you have not read.' })
  @Requires('notification.read')
  @Through(unreadNotifications)
  unreadNotificationCount(): void {}

  @Mutation(() => MarkNotificationsReadPayload, {
    description: 'Marks notifications as read. NOT_FOUND when one of them is not yours; then none is marked.',
  })
  @Requires('notification.read')
  async markNotificationsRead(
    @Arg('input', { description: 'Which.' }) { ids }: MarkNotificationsReadInput,
    @Ctx() ctx: Context,
  ): Promise<MarkNotificationsReadPayload> {
    return { unreadCount: await markNotificationsRead(ctx, ids ?? null) };
  }

  @FieldResolver(() => String, { description: 'What happened, in your language.' })
  title(@Root() notification: Notification, @Ctx() ctx: Context): string {
    return titleOf(notification, ctx.locale);
  }
}
