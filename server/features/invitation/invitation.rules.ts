import { type Invitation, InvitationStatus } from './invitation.entity.js';

/** Days. */
export const INVITATION_LIFE = 7;

export const expiryFrom = (now: Date = new Date()): Date => new Date(now.getTime() + INVITATION_LIFE * 86_400_000);

type Dates = Pick<Invitation, 'acceptedAt' | 'revokedAt' | 'expiresAt'>;

export function statusOf({ acceptedAt, revokedAt, expiresAt }: Dates): InvitationStatus {
  if (acceptedAt) return InvitationStatus.ACCEPTED;
  if (revokedAt) return InvitationStatus.REVOKED;
  return expiresAt > new Date() ? InvitationStatus.PENDING : InvitationStatus.EXPIRED;
}

/** Nobody has answered it, and it was not taken back: it can be sent again, though its time may be over. */
export const isUnanswered = ({ acceptedAt, revokedAt }: Pick<Dates, 'acceptedAt' | 'revokedAt'>): boolean =>
  !acceptedAt && !revokedAt;
