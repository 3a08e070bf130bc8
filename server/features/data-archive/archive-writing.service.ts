import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify/sync';
import { ZipFile } from 'yazl';
import type { Context } from '../../core/context.js';
import { sql } from '../../core/sql.js';
import { claimKey, dropUnclaimed, reserveKeys } from '../../core/storage/unclaimed.js';
import { say } from '../../core/words.js';
import { Customer, CustomerKind } from '../customer/customer.entity.js';
import { DataSubjectRequest } from '../data-subject-request/data-subject-request.entity.js';
import { NotificationKind } from '../notification/notification.entity.js';
import { notify } from '../notification/notification.service.js';
import type { Contents } from './archive-contents.rules.js';
import { contentsOf } from './archive-contents.service.js';
import { type About, pageOf } from './archive-page.rules.js';
import type { DataArchive } from './data-archive.entity.js';

/** How long it waits for somebody of ours to look it through and hand it over. */
const WAITS_DAYS = 7;

/** Writes the file of a copy. A process that is stopping hands it back; any other failure ends it, and it may be asked for again. */
export async function writeArchive(system: Context, archive: DataArchive, signal: AbortSignal): Promise<void> {
  const [key] = await reserveKeys(system, 1);
  try {
    const found = await system.db.transaction(async (transaction) => {
      const inside = system.inside(transaction);
      const [customer, request] = [
        await inside.db.findOneBy(Customer, { id: archive.customerId }),
        await inside.db.findOneBy(DataSubjectRequest, { id: archive.requestId }),
      ];
      if (!customer || !request) return null;
      const company = customer.kind === CustomerKind.COMPANY;
      const about: About = { reference: request.reference, at: new Date(), locale: archive.locale, company };
      return { about, request, contents: await contentsOf(inside, customer, request) };
    });
    // Erased meanwhile: nothing is left to write down.
    if (!found) return await dropUnclaimed(system, [key]);
    const { size, sha256 } = await system.services.storage.put(key, zipOf(system, found.contents, found.about));
    await system.db.transaction(async (transaction) => {
      const inside = system.inside(transaction);
      await claimKey(inside, key);
      const kept = await inside.query(sql`
        update data_archive set status = 'READY', storage_key = ${key}, size = ${size}, sha256 = ${sha256},
          expires_at = now() + make_interval(days => ${WAITS_DAYS}::int) where id = ${archive.id} and status = 'QUEUED' returning id`);
      if (kept.length === 0) throw new Gone();
      await notify(inside, [archive.createdById], {
        kind: NotificationKind.DATA_ARCHIVE_READY,
        details: { reference: found.request.reference },
        link: `/requests/${found.request.id}`,
      });
    });
  } catch (error) {
    await dropUnclaimed(system, [key]);
    if (error instanceof Gone) return;
    if (signal.aborted) throw error;
    await system.query(sql`
      update data_archive set status = 'FAILED', error_code = 'ARCHIVE_FAILED' where id = ${archive.id} and status = 'QUEUED'`);
    throw error;
  }
}

/** Its row went while it was written. */
class Gone extends Error {}

function zipOf(system: Context, contents: Contents, about: About): Readable {
  const { locale, at, reference } = about;
  const { files, seller, ...told } = contents;
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error) => out.destroy(error as Error));
  zip.addBuffer(Buffer.from(pageOf(contents, about)), `${say('ARCHIVE_PAGE', locale)}.html`);
  const json = JSON.stringify({ reference, madeAt: at, controller: seller, ...told }, null, 2);
  zip.addBuffer(Buffer.from(json), `${say('ARCHIVE_DATA_FILE', locale)}.json`);
  for (const [table, rows] of Object.entries(told.sections))
    zip.addBuffer(Buffer.from(tableOf(rows, locale)), `${say('ARCHIVE_TABLES', locale)}/${table}.csv`);
  for (const { key, name } of files)
    zip.addReadStreamLazy(`documents/${name}`, (give) => {
      system.services.storage.get(key).then(
        (bytes) => give(null, bytes),
        (error) => give(error, Readable.from([])),
      );
    });
  zip.end();
  return out;
}

/** As programs read it: names of the JSON on top, one row a line, nothing that a spreadsheet would take for a formula. */
function tableOf(rows: readonly Record<string, unknown>[], locale: About['locale']): string {
  const columns = Object.keys(rows[0]);
  const cells = rows.map((row) =>
    columns.map((column) =>
      typeof row[column] === 'object' ? (row[column] === null ? '' : JSON.stringify(row[column])) : row[column],
    ),
  );
  const text = stringify([columns, ...cells], {
    delimiter: locale === 'fr' ? ';' : ',',
    escape_formulas: true,
    record_delimiter: 'windows',
    cast: { boolean: (value) => String(value) },
  });
  return `\ufeff${text}`;
}
