import { join, type Sql, sql } from '../../core/sql.js';

/** Which way a text runs is said by marks that nobody sees: the search text has none. */
const DIRECTION_MARKS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

const tidied = (search: string) => search.replace(DIRECTION_MARKS, '').trim();

/** The words somebody typed; a phone number is one word, however they spaced it and whichever territory it is from. */
function wordsOf(search: string): string[] {
  const digits = tidied(search).replace(/[\s.\-()]/g, '');
  if (/^\+?\d{6,}$/.test(digits)) return [digits.replace(/^(\+33|0033|0)(?=[1-9]\d{8}$)/, '')];
  return tidied(search).split(/\s+/).filter(Boolean).slice(0, 8);
}

/**
 * Every word is found as a part of the record's search text, or nearly so: one letter off, two swapped. Who signs in for a customer
 * is found by our own people only (`members`): they see every user.
 */
export function matches(row: Sql, search: string, members: boolean): Sql[] {
  const texts = [sql`${row}.search_text`, ...(members ? [sql`${row}.member_text`] : [])];
  return wordsOf(search).map((word) => {
    const found = texts.map((text) => {
      const part = sql`${text} like '%' || escape_like(plain(${word})) || '%'`;
      // Too short a word is like everything, and a number that is nearly another is another.
      return word.length < 4 || /^[\d+]+$/.test(word) ? part : sql`(${part} or plain(${word}) <% ${text})`;
    });
    return sql`(${join(found, ' or ')})`;
  });
}

/** How well a customer fits what is searched for, an integer: what is theirs to the letter, their name, its beginning, then the rest. */
export function fitness(row: Sql, search: string): Sql {
  const asked = sql`plain(${tidied(search)})`;
  const name = sql`plain(${row}.name)`;
  const exact = sql`replace(${asked}, ' ', '') in (lower(${row}.reference), ${row}.siret, ${row}.email, ${row}.phone)`;
  return sql`(case when ${exact} then 5000 when ${name} = ${asked} then 4000 when starts_with(${name}, ${asked}) then 3000
    when ${name} like '% ' || escape_like(${asked}) || '%' then 2000 else 0 end
    + (600 * word_similarity(${asked}, ${name}) + 400 * word_similarity(${asked}, ${row}.search_text)))::integer`;
}
