import type { Paper } from './papers.js';
import type { PersonKey } from './people.js';
import type { Shape } from './pictures.js';

/** What a file holds: a paper, a picture, or a table of temperatures. */
export type Content = Omit<Paper, 'day'> | { shape: Shape; format: 'jpeg' | 'png' } | { sensors: readonly string[] };

export interface PlannedFile {
  customer: string;
  name: string;
  category: 'CONTRACT' | 'QUOTE' | 'INVOICE' | 'REPORT' | 'PHOTO' | 'PLAN' | 'IDENTITY' | 'OTHER';
  visibility: 'INTERNAL' | 'CLIENT' | 'PRESTATAIRE' | 'EVERYONE';
  by: PersonKey;
  daysAgo: number;
  content: Content;
  project?: string;
  mission?: string;
  /** Earlier versions: how many days ago each was sent. */
  earlier?: readonly number[];
  shares?: readonly PlannedShare[];
}

/** A link to the file, made by whoever uploaded it. */
export interface PlannedShare {
  recipient: string;
  /** Since when, and for how many days. */
  daysAgo: number;
  days: number;
  downloads: number;
  mostDownloads?: number;
}
