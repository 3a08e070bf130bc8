import { aboutViewer, manyBy } from '../../core/relation.js';
import { Device } from './device.entity.js';
import { Passkey } from './passkey.entity.js';

export const passkeysByUser = manyBy(Passkey, 'userId', { order: { createdAt: 'asc' } });
export const devicesByUser = aboutViewer(manyBy(Device, 'userId', { order: { lastUsedAt: 'desc' } }));
