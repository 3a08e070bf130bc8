import { manyBy } from '../../core/relation.js';
import { DocumentShare } from './document-share.entity.js';

export const sharesByDocument = manyBy(DocumentShare, 'documentId', { order: { createdAt: 'desc' } });
