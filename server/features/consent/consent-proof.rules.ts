import { createHash } from 'node:crypto';
import type { RequestInfo } from '../../core/context.js';
import type { ConsentProof } from './consent-event.entity.js';

/** An address without the part that tells one household: the last of four, or all but the first three of eight. */
export function truncatedIp(ip: string): string {
  const four = /(\d{1,3}\.\d{1,3}\.\d{1,3})\.\d{1,3}$/.exec(ip);
  if (four) return `${four[1]}.0`;
  const [head] = ip.split('::');
  const groups = head.split(':').filter(Boolean).slice(0, 3);
  return `${groups.join(':')}::`;
}

/** What is kept of the request somebody said it by. */
export const proofOf = ({ ip, userAgent }: Pick<RequestInfo, 'ip' | 'userAgent'>): ConsentProof => ({
  ...(ip ? { ip: truncatedIp(ip) } : {}),
  ...(userAgent ? { userAgent: userAgent.slice(0, 300) } : {}),
});

/** The same for the same address however it is written, and not to be read back. */
export const emailSha256 = (email: string): string => createHash('sha256').update(email.trim().toLowerCase()).digest('hex');
