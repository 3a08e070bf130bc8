export type Row = Record<string, unknown>;

/** What there is of somebody, and what the law wants told beside it (RGPD, article 15.1). */
export interface Contents {
  sections: Record<string, Row[]>;
  purposes: { purpose: string; basis: string; channels: string[]; retentionMonths: number; answers: Row[] }[];
  recipients: { kind: string; name: string }[];
  /** Days on which somebody looked at the record, by their role. */
  readings: { day: string; role: string }[];
  files: { name: string; key: string }[];
  seller: { name: string; email: string | null; address: string } | null;
}
