import { pagesOf } from '../../core/pages.js';
import { manyBy, oneById } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Role } from '../user/role.entity.js';
import { Invitation, InvitationStatus } from './invitation.entity.js';
import type { InvitationFilter } from './invitation.page.js';
import { InvitationCustomer } from './invitation-customer.entity.js';

/** The same as `statusOf`, for a filter. */
const isStatus: Record<InvitationStatus, (row: Sql) => Sql> = {
  [InvitationStatus.ACCEPTED]: (row) => sql`${row}.accepted_at is not null`,
  [InvitationStatus.REVOKED]: (row) => sql`${row}.revoked_at is not null`,
  [InvitationStatus.PENDING]: (row) =>
    sql`${row}.accepted_at is null and ${row}.revoked_at is null and ${row}.expires_at > now()`,
  [InvitationStatus.EXPIRED]: (row) =>
    sql`${row}.accepted_at is null and ${row}.revoked_at is null and ${row}.expires_at <= now()`,
};

export const invitations = pagesOf(Invitation, {
  where: ({ status, search, customerId }: InvitationFilter, row) => [
    ...(status ? [isStatus[status](row)] : []),
    ...(search?.trim() ? [sql`plain(${row}.email) like '%' || escape_like(plain(${search.trim()})) || '%'`] : []),
    ...(customerId
      ? [
          sql`exists (select from invitation_customer c where c.invitation_id = ${row}.id and c.customer_id::text = ${customerId})`,
        ]
      : []),
  ],
});

export const customersByInvitation = manyBy(InvitationCustomer, 'invitationId', { order: { id: 'asc' } });

export const invitedRole = oneById(Role);
