import { manyBy } from '../../core/relation.js';
import { LegalHold } from './legal-hold.entity.js';

export const legalHoldsByCustomer = manyBy(LegalHold, 'customerId', { order: { placedAt: 'desc' } });
