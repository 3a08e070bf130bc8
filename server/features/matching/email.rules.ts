import { digitsIn, edits, plain } from './text.rules.js';

/** An e-mail address as matching sees it. */
export interface EmailKey {
  /** Two addresses with the same one reach the same box. */
  key: string;
  local: string;
  domain: string;
  /** A provider's that anybody may have an address of; otherwise an organisation's own. */
  isPublic: boolean;
}

/** Domains of one provider, by the one that stands for all. */
const SAME_PROVIDER: Record<string, string> = {
  'googlemail.com': 'gmail.com',
  'pm.me': 'proton.me',
  'protonmail.com': 'proton.me',
};

/** What reaches the same box: Gmail ignores dots; these cut a tag off at a plus sign, Yahoo at a hyphen. */
const IGNORES_DOTS = new Set(['gmail.com']);
const YAHOO = /^(yahoo|ymail|rocketmail)\./;

const PUBLIC = new Set(
  `gmail.com outlook.com outlook.fr hotmail.com hotmail.fr live.com live.fr msn.com icloud.com me.com mac.com proton.me aol.com gmx.com gmx.net
  gmx.fr gmx.de mail.com zoho.com yandex.com orange.fr wanadoo.fr free.fr sfr.fr laposte.net bbox.fr neuf.fr numericable.fr club-internet.fr
  aliceadsl.fr cegetel.net voila.fr noos.fr hotmail.co.uk btinternet.com web.de t-online.de bluewin.ch skynet.be telenet.be libero.it
  comcast.net verizon.net att.net sbcglobal.net mailo.com netcourrier.com ymail.com rocketmail.com`.split(/\s+/),
);
const isPublicDomain = (domain: string): boolean => PUBLIC.has(domain) || YAHOO.test(domain);

/** Written where nobody had an address to give. */
const NOBODY =
  /^(no-?e?-?mail|inconnu|unknown|none|null|aucun|sans-?e?-?mail|pas-?de-?mail|no-?reply|ne-pas-repondre)@|@(none|null|invalid)$/;

/** Reads an address, however badly it is written; null where there is nothing to compare. */
export function emailKey(text: string | null | undefined): EmailKey | null {
  const address =
    text
      ?.trim()
      .toLowerCase()
      .replace(/^mailto:/, '')
      .replace(/\s+/g, '') ?? '';
  if (address.length < 5 || NOBODY.test(address)) return null;
  const at = address.lastIndexOf('@');
  if (at === 0 || at === address.length - 1) return null;
  const typed = at < 0 ? '' : address.slice(at + 1);
  const domain = SAME_PROVIDER[typed] ?? typed;
  let local = at < 0 ? address : address.slice(0, at);
  if (local.includes('+') && !local.startsWith('+')) local = local.slice(0, local.indexOf('+'));
  if (YAHOO.test(domain) && local.includes('-') && !local.startsWith('-')) local = local.slice(0, local.indexOf('-'));
  if (IGNORES_DOTS.has(domain)) local = local.replaceAll('.', '');
  return { key: `${local}@${domain}`, local, domain, isPublic: isPublicDomain(domain) };
}

export enum EmailAgreement {
  OTHER,
  /** Two addresses of one organisation. */
  SAME_ORGANISATION,
  /** The same before the @, another provider. */
  SAME_NAME,
  /** The same but for slips of the finger. */
  NEAR,
  SAME,
}

const bare = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** Numbers in addresses tell namesakes apart, so a slip in one is not believed; one in a short address isn't either. */
function isNearEmail(a: EmailKey, b: EmailKey): boolean {
  if (digitsIn(a.key) !== digitsIn(b.key)) return false;
  const [left, right] = [bare(a.key), bare(b.key)];
  const shorter = Math.min(left.length, right.length);
  if (shorter < 8 || bare(a.local).length < 2) return false;
  const most = shorter < 12 ? 1 : shorter < 18 ? 2 : 3;
  if (left !== right && edits(left, right, most) > most) return false;
  // A provider's name is no evidence: the slips count against what stands before it.
  if (a.domain !== b.domain || !a.isPublic) return true;
  const [mine, theirs] = [bare(a.local), bare(b.local)];
  return edits(mine, theirs, 1) <= 1 && Math.min(mine.length, theirs.length) >= 8;
}

export function compareEmails(a: EmailKey, b: EmailKey): EmailAgreement {
  if (a.key === b.key) return EmailAgreement.SAME;
  if (isNearEmail(a, b)) return EmailAgreement.NEAR;
  if (a.local === b.local && bare(a.local).length >= 6 && (a.isPublic || b.isPublic)) return EmailAgreement.SAME_NAME;
  if (a.domain === b.domain && !a.isPublic && a.domain) return EmailAgreement.SAME_ORGANISATION;
  return EmailAgreement.OTHER;
}

/** Under which keys addresses are found that are near this one. */
export function emailBlocks(email: EmailKey): string[] {
  const local = bare(plain(email.local));
  const blocks = [`e=${email.key}`, `l=${local}`];
  if (email.isPublic) blocks.push(...(local.length >= 8 ? [`h=${local.slice(0, 6)}`, `t=${local.slice(-6)}`] : []));
  else {
    const domain = bare(email.domain.replace(/\.\w+$/, ''));
    if (domain) blocks.push(`d=${domain}`);
    const whole = `${local}${domain}`;
    if (whole.length >= 10) blocks.push(`h=${whole.slice(0, 7)}`, `t=${whole.slice(-7)}`);
  }
  return blocks;
}
