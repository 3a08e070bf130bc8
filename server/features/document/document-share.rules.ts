import { type DocumentShare, DocumentShareState } from './document-share.entity.js';

/** Days. */
export const LONGEST_SHARE = 365;

type Share = Pick<DocumentShare, 'revokedAt' | 'expiresAt' | 'mostDownloads' | 'downloads'>;

export function stateOf({ revokedAt, expiresAt, mostDownloads, downloads }: Share): DocumentShareState {
  if (revokedAt) return DocumentShareState.REVOKED;
  if (expiresAt <= new Date()) return DocumentShareState.EXPIRED;
  return mostDownloads !== null && downloads >= mostDownloads ? DocumentShareState.USED_UP : DocumentShareState.OPEN;
}
