import { previewOf } from './file-kind.rules.js';

/** The signature covers the path, and the path says whether the file is saved or shown. */
export const downloadPath = (versionId: string): string => `documents/${versionId}`;

export const previewPath = (versionId: string, mime: string): string | null => (previewOf(mime) ? `previews/${versionId}` : null);
