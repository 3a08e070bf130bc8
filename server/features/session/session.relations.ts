import { manyBy, oneById } from '../../core/relation.js';
import { Session } from './session.entity.js';

export const sessionById = oneById(Session);
export const sessionsByUser = manyBy(Session, 'userId', { order: { rotatedAt: 'desc' } });
