import { pagesOf } from '../../core/pages.js';
import { allOf, isChild, manyBy, oneById, pickedBy, rows, valueBy } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { columnOf } from '../../core/table.js';
import { Consent } from './consent.entity.js';
import type { ConsentRegisterFilter } from './consent.page.js';
import { ConsentEvent } from './consent-event.entity.js';
import { ConsentText } from './consent-text.entity.js';
import { ContactPurpose } from './contact-purpose.entity.js';
import { ContactRefusal } from './contact-refusal.entity.js';

export const consentsByCustomer = manyBy(Consent, 'customerId', { order: { purpose: 'asc', channel: 'asc' } });
export const eventsByConsent = manyBy(ConsentEvent, 'consentId', { order: { at: 'desc', recordedAt: 'desc' } });
export const consentTextById = oneById(ConsentText);
export const consentTexts = allOf(ConsentText, { order: { purpose: 'asc', version: 'desc', locale: 'desc' } });
export const contactPurposes = allOf(ContactPurpose, { order: { id: 'asc' }, unique: true });

const SHOWN = 20;

export const refusalsByCustomer = pickedBy(
  ContactRefusal,
  (key, asked) => sql`
    select * from ${rows(ContactRefusal, asked, isChild(ContactRefusal, asked, 'customerId', key))}
    order by ${asked.row}.at desc, ${asked.row}.id desc limit ${SHOWN}::int`,
);

/** A wording holds until the next one does. */
export const validToByText = valueBy<Date | null>(
  ConsentText,
  (key) => sql`(
    select min(later.valid_from) from consent_text it join consent_text later on later.purpose = it.purpose and later.version > it.version
    where it.id = ${key})`,
  (json) => (json === null ? null : new Date(json as string)),
);

/** What is asked of entries of the register; for its export too. */
export const whereRegistered = (filter: ConsentRegisterFilter, row: Sql): Sql[] => [
  ...(filter.search?.trim()
    ? [
        sql`exists (select from customer c where c.id = ${row}.customer_id and plain(concat_ws(' ', c.name, c.reference, c.email))
          like '%' || escape_like(plain(${filter.search.trim()})) || '%')`,
      ]
    : []),
  ...(filter.customerId ? [sql`${row}.customer_id::text = ${filter.customerId}`] : []),
  ...(['purpose', 'channel', 'action', 'method'] as const).flatMap((property) =>
    filter[property] ? [sql`${row}.${columnOf(ConsentEvent, property).sql} = ${filter[property]}`] : [],
  ),
  ...(filter.from ? [sql`${row}.at >= ${filter.from}::timestamptz`] : []),
  ...(filter.to ? [sql`${row}.at < ${filter.to}::timestamptz`] : []),
  ...(filter.expiringInDays
    ? [
        sql`${row}.action = 'GRANTED' and ${row}.expires_at > now()
          and ${row}.expires_at <= now() + make_interval(days => ${filter.expiringInDays}::int)
          and exists (select from consent_state s where s.customer_id = ${row}.customer_id and s.purpose = ${row}.purpose
            and s.channel = ${row}.channel and s.status = 'GRANTED' and s.since = ${row}.at)`,
      ]
    : []),
];

export const consentRegister = pagesOf(ConsentEvent, { where: whereRegistered });
