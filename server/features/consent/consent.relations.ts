import { allOf, isChild, manyBy, oneById, pickedBy, rows } from '../../core/relation.js';
import { sql } from '../../core/sql.js';
import { Consent } from './consent.entity.js';
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
