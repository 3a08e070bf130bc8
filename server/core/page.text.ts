import type { Asked } from './asked.js';
import { cursorSql } from './cursor.js';
import { countListed, extent, type List, pageArgs, pageOf } from './page.js';
import { rowCount, type Sql, sql } from './sql.js';
import { answerObject, NotInTextNow } from './text.js';

/** A connection exactly as the client gets it: what `connection` makes of rows in pages.ts, said in SQL. */
export function connectionText(list: List, asked: Asked): Sql {
  const { size, backward } = extent(pageArgs(asked));
  if (backward) throw new NotInTextNow('a page from the end comes in reverse');
  return asked.has('pageInfo') ? withPageInfo(list, asked, size) : withoutPageInfo(list, asked, size);
}

/** Each list asked for is a scan of its own, and nothing is counted that nobody asked for. */
function withoutPageInfo(list: List, asked: Asked, size: number): Sql {
  const listed = (item: Sql) => sql`(select coalesce(json_agg(${item}), '[]') from (${pageOf(list, asked, size)}) ${asked.row})`;
  return answerObject(asked, (child, field) => {
    const part = asked.part(child);
    if (field.name === 'totalCount') return countListed(list, asked);
    return listed(field.name === 'nodes' ? part.json(list.entity) : edge(list, part));
  });
}

/** One more row than the page holds tells whether there are others. */
function withPageInfo(list: List, asked: Asked, size: number): Sql {
  const { row } = asked;
  const number = sql`${row}."~number"`;
  const onPage = sql`filter (where ${number} <= ${rowCount(size)})`;
  const cursor = cursorOf(list, asked);
  const listed = (item: Sql) => sql`coalesce(json_agg(${item}) ${onPage}, '[]')`;
  const info: Record<string, Sql> = {
    hasNextPage: sql`count(*) > ${rowCount(size)}`,
    hasPreviousPage: pageArgs(asked).after == null ? sql`false` : sql`true`,
    startCursor: sql`(array_agg(${cursor} order by ${number}) ${onPage})[1]`,
    endCursor: sql`(array_agg(${cursor} order by ${number} desc) ${onPage})[1]`,
  };
  const said: Record<string, (part: Asked) => Sql> = {
    totalCount: () => countListed(list, asked),
    nodes: (part) => listed(part.json(list.entity)),
    edges: (part) => listed(edge(list, part)),
    pageInfo: (part) => answerObject(part, (_child, field) => info[field.name]),
  };
  const members = answerObject(asked, (child, field) => said[field.name](asked.part(child)));
  // `having` makes it one row, also where nothing asked for is an aggregate.
  return sql`(
    select ${members}
    from (select *, row_number() over () as "~number" from (${pageOf(list, asked, size + 1)}) as page) ${row} having true)`;
}

const edge = (list: List, part: Asked): Sql =>
  answerObject(part, (child, field) => (field.name === 'cursor' ? cursorOf(list, part) : part.part(child).json(list.entity)));

const cursorOf = ({ at }: List, asked: Asked): Sql => cursorSql(pageArgs(asked).sort, at, asked.row);
