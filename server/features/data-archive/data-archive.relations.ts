import { manyBy, oneById } from '../../core/relation.js';
import { DataArchive } from './data-archive.entity.js';

export const dataArchiveById = oneById(DataArchive);
export const dataArchivesByRequest = manyBy(DataArchive, 'requestId', { order: { createdAt: 'desc' } });
