import { isIPv4 } from 'node:net';

/** Where a request comes from: one address, and the network around it. A home has a whole /64 of IPv6 to itself. */
export interface Place {
  address: string;
  network: string;
}

export function placeOf(ip: string): Place {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '');
  if (isIPv4(plain)) return { address: plain, network: `${plain.split('.').slice(0, 3).join('.')}.0/24` };
  const groups = expanded(plain);
  return { address: `${groups.slice(0, 4).join(':')}::/64`, network: `${groups.slice(0, 3).join(':')}::/48` };
}

function expanded(ip: string): string[] {
  const [head = '', tail] = ip.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = (tail ?? '').split(':').filter(Boolean);
  const missing = Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array.from({ length: tail === undefined ? 0 : missing }, () => '0'), ...after].map((group) =>
    group.replace(/^0+(?=.)/, ''),
  );
}
