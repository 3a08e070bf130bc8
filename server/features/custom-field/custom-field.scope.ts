import type { Viewer } from '../../core/context.js';

/** What we note of customers in fields of our own is for us and for who sells to them, not for the customer. */
export const readsCustomFields = ({ reach }: Viewer): boolean => reach === 'staff' || reach === 'revendeur';
