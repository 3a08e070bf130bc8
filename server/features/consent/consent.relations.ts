import { allOf, manyBy, oneById } from '../../core/relation.js';
import { Consent } from './consent.entity.js';
import { ConsentEvent } from './consent-event.entity.js';
import { ConsentText } from './consent-text.entity.js';

export const consentsByCustomer = manyBy(Consent, 'customerId', { order: { purpose: 'asc', channel: 'asc' } });
export const eventsByConsent = manyBy(ConsentEvent, 'consentId', { order: { at: 'desc', recordedAt: 'desc' } });
export const consentTextById = oneById(ConsentText);
export const consentTexts = allOf(ConsentText, { order: { purpose: 'asc', version: 'desc', locale: 'desc' } });
