import type { Context } from '../../core/context.js';
import { publish } from '../../core/events/event-bus.js';
import { defineJob, enqueue } from '../../core/jobs/jobs.js';
import { type PdfText, pdfText } from '../../core/pdf/pdf-text.js';
import { sql } from '../../core/sql.js';
import { FileMissing } from '../../core/storage/storage.js';
import { type Document, DocumentTextState } from './document.entity.js';
import { asWords } from './document-text.rules.js';

const PDF = 'application/pdf';

export const textStateOf = (mime: string): DocumentTextState | null => (mime === PDF ? DocumentTextState.PENDING : null);

/** Of a new latest file: nothing of the one before is found any more, and its own text is read soon. */
export async function renewText(ctx: Context, { id, textState }: Pick<Document, 'id' | 'textState'>): Promise<void> {
  await ctx.query(sql`delete from document_page where document_id = ${id}`);
  await ctx.query(sql`update document set words = null where id = ${id} and words is not null`);
  if (textState) await readSoon(ctx, id);
}

/** One after the other, whatever comes: reading takes a process with memory of its own. */
const readSoon = (ctx: Pick<Context, 'query'>, documentId: string): Promise<void> =>
  enqueue(ctx, readTextJob, { documentId }, { key: `readDocumentText:${documentId}`, queue: 'readDocumentText' });

/** Reads the text of a document's latest file. When a newer one came meanwhile, that is read by its own job. */
export const readTextJob = defineJob<{ documentId: string }>({
  name: 'readDocumentText',
  async work({ documentId }, { system, signal, logger }) {
    const ctx = system();
    const [latest] = await ctx.query<{ versionId: string; key: string; customerId: string }>(sql`
      select v.id as "versionId", v.key, d.customer_id as "customerId" from document d join document_version v on v.id = d.version_id
      where d.id = ${documentId} and d.text_state = 'PENDING'`);
    if (!latest) return;
    const found = await ctx.services.storage
      .get(latest.key)
      .then((bytes) => pdfText(bytes, signal))
      .catch((error): PdfText => {
        if (error instanceof FileMissing) return { state: 'UNREADABLE', pages: [] };
        throw error;
      });
    logger.debug({ document: documentId, state: found.state, pages: found.pages.length }, 'a document was read');
    await ctx.db.transaction(async (transaction) => {
      const inside = ctx.inside(transaction);
      const current = await inside.query(sql`
        select from document where id = ${documentId} and version_id = ${latest.versionId} and text_state = 'PENDING' for update`);
      if (current.length === 0) return;
      await keep(inside, documentId, found);
      await publish(inside, { topic: 'document', id: documentId, about: latest.customerId });
    });
  },
});

async function keep(ctx: Context, documentId: string, { state, pages }: PdfText): Promise<void> {
  const rows = pages.map(({ number, text }) => ({ number, text, words: asWords(text) }));
  await ctx.query(sql`
    insert into document_page (document_id, number, text, words)
    select ${documentId}, number, text, words_of(words)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) page (number integer, text text, words text)`);
  const words = asWords(rows.map((row) => row.words).join(' '));
  await ctx.query(sql`
    update document set text_state = ${state}, words = words_of(${words}) where id = ${documentId}`);
}

/** Those that wait for it without a job: it was given up, or they came before there was one. */
export async function readWaiting(ctx: Pick<Context, 'query'>, since = new Date()): Promise<void> {
  const waiting = await ctx.query<{ id: string }>(sql`
    select id from document where text_state = 'PENDING' and updated_at <= ${since} order by updated_at limit 200`);
  for (const { id } of waiting) await readSoon(ctx, id);
}

const PATIENCE_MS = 5 * 60_000;

export const readTextsJob = defineJob<object>({
  name: 'readDocumentTexts',
  cron: '*/5 * * * *',
  work: (_payload, { system }) => readWaiting(system(), new Date(Date.now() - PATIENCE_MS)),
});
