import { BYS, type By, type Limit, readAllowances } from './core/rate-limits/allowance.js';

/** `[what, for whom]: so many in so long`. Far above what people do; `RATE_LIMITS` sets them otherwise. */
const USUAL: Record<string, string> = {
  'sign-in.account': '5/1m 20/1h',
  'sign-in.address': '20/1m 200/1h',
  'sign-in.network': '100/1m 1000/1h',
  'two-factor.account': '5/1m 20/1h',
  'two-factor.address': '20/1m 200/1h',
  // Beginning with a passkey leaves a row each time.
  'passkey.address': '60/1m',
  // Whoever sits at somebody's open session may try their password or codes.
  'second-factor.viewer': '5/1m 20/1h',
  'password-reset.account': '3/15m 10/1d',
  'password-reset.address': '20/1h',
  'password-reset.network': '100/1h',
  'magic-link.account': '3/15m 10/1d',
  'magic-link.address': '20/1h',
  'magic-link.network': '100/1h',
  'register.address': '10/1h',
  'register.network': '50/1h',
  'password-change.viewer': '10/1h',
  'email-change.viewer': '5/1h 20/1d',
  'password-advice.address': '240/1m',
  // Asked as somebody types.
  'customer-check.viewer': '600/1m',
  'segment-preview.viewer': '300/1m',
  // Tokens of links are too long to guess; this keeps them from being tried all the same.
  'mailed-link.address': '60/1m',
  // Mail programs press the button for many people from one place.
  'one-click.address': '600/1m',
  'share-link.address': '120/1m',
  'document-share.viewer': '120/1h',
  // Of a link with a password; many may open it at the same moment.
  'share-password.account': '10/1m 40/1h',
  'share-password.address': '60/1m 300/1h',
  'invitation.viewer': '100/1h 500/1d',
  'geocode.viewer': '120/1m',
  'customer-email.viewer': '60/1h 300/1d',
  'import.viewer': '30/1h',
  'order-code.viewer': '5/1h 20/1d',
  // Six digits, good for a quarter of an hour.
  'order-claim.viewer': '5/15m 20/1d',
  'export.viewer': '60/1h',
  'data-request.viewer': '20/1h 60/1d',
  'upload.viewer': '1000/1h',
  // Counted in KiB: 5 GiB.
  'upload-size.viewer': '5242880/1d',
  // Counted in rows that a query could answer.
  'query.viewer': '600000/1m',
};

/** Where only failures count: who gets in is not the one it is about. */
const REFUNDED = new Set(['sign-in', 'two-factor', 'second-factor', 'share-password', 'order-claim']);

/** The limits, with what `RATE_LIMITS` says otherwise: `sign-in.address=60/1m 600/1h; query.viewer=off`, or `off`. Throws what is wrong with it. */
export function readRateLimits(told = ''): Record<string, Limit> {
  const none = told.trim() === 'off';
  const texts = none ? Object.fromEntries(Object.keys(USUAL).map((key) => [key, 'off'])) : { ...USUAL };
  for (const part of none ? [] : told.split(';').filter((one) => one.trim())) {
    const [key = '', text = ''] = part.split('=').map((one) => one.trim());
    if (!(key in texts)) throw new Error(`“${key}” is not limited; these are: ${Object.keys(USUAL).join(', ')}`);
    if (!readAllowances(text)) throw new Error(`“${text}” is not of the form “5/1m 20/1h”, nor “off”`);
    texts[key] = text;
  }
  const limits: Record<string, Limit> = {};
  for (const [key, text] of Object.entries(texts)) {
    const [name, by] = key.split('.') as [string, By];
    if (!BYS.includes(by)) throw new Error(`${by} is nobody to count for`);
    limits[name] ??= { allowed: {}, refunded: REFUNDED.has(name) };
    limits[name].allowed[by] = readAllowances(text) ?? [];
  }
  return limits;
}
