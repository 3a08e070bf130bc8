import { isUUID } from 'class-validator';
import type { Asked } from '../../core/asked.js';
import { pagesOf } from '../../core/pages.js';
import { isChild, manyBy, oneById, pickedBy, rows, valueBy, visibleRows } from '../../core/relation.js';
import { type Sql, sql } from '../../core/sql.js';
import { Document, DocumentCategory } from './document.entity.js';
import type { DocumentCategoryStats, DocumentExcerpt, DocumentFilter, DocumentStats } from './document.page.js';
import { FOUND_BEGINS, FOUND_ENDS, piecesOf, wordsSought } from './document-text.rules.js';
import { DocumentVersion } from './document-version.entity.js';

export const documentById = oneById(Document);
export const documentVersionById = oneById(DocumentVersion);
export const versionsByDocument = manyBy(DocumentVersion, 'documentId', { order: { number: 'desc' }, unique: true });

/** What is no UUID is the id of nothing. */
const isId = (column: Sql, id: string): Sql => (isUUID(id) ? sql`${column} = ${id}` : sql`false`);

const named = (search: string, row: Sql): Sql => sql`plain(${row}.name) like '%' || escape_like(plain(${search})) || '%'`;

const sought = (search: string, every: boolean): Sql => sql`words_sought(${wordsSought(search)}::text[], ${every})`;

const where = ({ search, category, visibility, customerId, projectId, missionId }: DocumentFilter, row: Sql): Sql[] => [
  ...(search?.trim() ? [sql`(${named(search.trim(), row)} or ${row}.words @@ ${sought(search, true)})`] : []),
  ...(category ? [sql`${row}.category = ${category}`] : []),
  ...(visibility ? [sql`${row}.visibility = ${visibility}`] : []),
  ...(customerId ? [isId(sql`${row}.customer_id`, customerId)] : []),
  ...(projectId ? [isId(sql`${row}.project_id`, projectId)] : []),
  ...(missionId ? [isId(sql`${row}.mission_id`, missionId)] : []),
];

export const documents = pagesOf(Document, { where });
export const documentsByCustomer = pagesOf(Document, { by: 'customerId', where });
export const documentsByProject = pagesOf(Document, { by: 'projectId', where });
export const documentsByMission = pagesOf(Document, { by: 'missionId', where });

const HEADLINE = `StartSel=${FOUND_BEGINS}, StopSel=${FOUND_ENDS}, MaxWords=26, MinWords=14, ShortWord=2`;

/** From the first page that has all words, or else from the first that has one of them. */
export const excerptOf = valueBy(
  Document,
  (key, asked) => {
    const search = String(asked.args.search);
    return sql`(select (
      select json_object('page': page.number, 'text': ts_headline('french_plain', page.text, ${sought(search, false)}, ${HEADLINE}))
      from document_page page where page.document_id = ${asked.row}.id and page.words @@ ${sought(search, false)}
      order by page.words @@ ${sought(search, true)} desc, page.number limit 1)
      from ${visibleRows(Document, asked, asked.row, isChild(Document, asked, 'id', key))})`;
  },
  (json): DocumentExcerpt | null => {
    const found = json as { page: number; text: string } | null;
    return found && { page: found.page, pieces: piecesOf(found.text) };
  },
);

/** What belongs to an entry of a timeline, by name. */
export const documentsByActivity = pickedBy(
  Document,
  (key, asked) => sql`
    select * from ${rows(
      Document,
      asked,
      sql`${asked.row}.id in (select tied.document_id from activity_document tied where tied.activity_id = ${key})`,
    )} order by ${asked.row}.name, ${asked.row}.id`,
);

const counted = (asked: Asked, condition: Sql): Sql => sql`(
  select coalesce(json_agg(json_object('category': each.category, 'count': each.count, 'size': each.size)), '[]') from (
    select ${asked.row}.category, count(*) as count, sum(${asked.row}.size) as size
    from ${visibleRows(Document, asked, asked.row, condition)} group by ${asked.row}.category) each)`;

/** In the order of the categories, those without documents too. */
function everyCategory(json: unknown): DocumentCategoryStats[] {
  const found = json as DocumentCategoryStats[];
  return Object.values(DocumentCategory).map(
    (category) => found.find((one) => one.category === category) ?? { category, count: 0, size: 0 },
  );
}

export const documentCategories = valueBy(Document, (_key, asked) => counted(asked, sql`true`), everyCategory);

export const documentStatsByCustomer = valueBy(
  Document,
  (key, asked) => counted(asked, isChild(Document, asked, 'customerId', key)),
  (json): DocumentStats => {
    const byCategory = everyCategory(json);
    const sum = (figure: 'count' | 'size') => byCategory.reduce((total, one) => total + one[figure], 0);
    return { count: sum('count'), size: sum('size'), byCategory };
  },
);
