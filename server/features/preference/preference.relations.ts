import { valueBy } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { Consent } from '../consent/consent.entity.js';

/** Whoever sees the consent may know that it waits. */
export const confirmUntilByConsent = valueBy<Date | null>(
  Consent,
  (key) => sql`(
    select max(it.expires_at) from consent_confirmation it
    where it.consent_id = ${key} and it.confirmed_at is null and it.replaced_at is null and it.expires_at > now())`,
  (json) => (json === null ? null : new Date(json as string)),
);
