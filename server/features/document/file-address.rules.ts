import { previewOf } from './file-kind.rules.js';

/** The signature covers the path, and the path says whether the file is saved or shown. */
export const downloadPath = (versionId: string): string => `documents/${versionId}`;

/** Of a link: what it gives is found out when it is downloaded. */
export const sharePath = (shareId: string): string => `shares/${shareId}`;

export const previewPath = (versionId: string, mime: string): string | null => (previewOf(mime) ? `previews/${versionId}` : null);
