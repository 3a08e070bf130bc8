import { graphql } from '../graphql/generated';

export const NotificationCount = graphql(`
  query NotificationCount { unreadNotificationCount }
`);

export const NotificationList = graphql(`
  query NotificationList($after: String) {
    notifications(first: 20, after: $after) {
      nodes { id kind title link createdAt readAt }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const NotificationReceived = graphql(`
  subscription NotificationReceived {
    notificationReceived { id kind title link createdAt readAt }
  }
`);

export const MarkNotificationsRead = graphql(`
  mutation MarkNotificationsRead($input: MarkNotificationsReadInput!) {
    markNotificationsRead(input: $input) { unreadCount userErrors { path code message } }
  }
`);
