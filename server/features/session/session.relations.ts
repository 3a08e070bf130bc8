import { aboutViewer, manyBy, oneById } from '../../core/relation.js';
import { Session } from './session.entity.js';

export const sessionById = aboutViewer(oneById(Session));
export const sessionsByUser = aboutViewer(manyBy(Session, 'userId', { order: { rotatedAt: 'desc' } }));
