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

/** What a plate is searched by: its signs, however they were parted. Null for what can't be one. */
function platePart(text: string): string | null {
  const signs = tidied(text).replace(/[\s.·-]/g, '');
  return /^(?=.*\d)[\p{L}\d]{4,12}$/u.test(signs) ? signs : null;
}

/** What else than the record itself somebody finds a customer by. */
export interface FoundBy {
  /** Who signs in for them: our own people see every user, nobody else does. */
  members: boolean;
  /** The plates of their vehicles. */
  plates: boolean;
}

/**
 * Every word is found as a part of the record's search text, or nearly so: one letter off, two swapped. A plate is found whole too,
 * by whoever sees vehicles.
 */
export function matches(row: Sql, search: string, { members, plates }: FoundBy): Sql[] {
  const texts = [sql`${row}.search_text`, ...(members ? [sql`${row}.member_text`] : [])];
  const within = (text: Sql, part: string) => sql`${text} like '%' || escape_like(plain(${part})) || '%'`;
  const onPlate = (text: string): Sql[] => {
    const signs = plates ? platePart(text) : null;
    return signs ? [within(sql`${row}.plate_text`, signs)] : [];
  };
  const words = wordsOf(search);
  const found = words.map((word) => {
    const parts = texts.map((text) => {
      const part = within(text, word);
      // Too short a word is like everything, and a number that is nearly another is another.
      return word.length < 4 || /^[\d+]+$/.test(word) ? part : sql`(${part} or plain(${word}) <% ${text})`;
    });
    return sql`(${join([...parts, ...onPlate(word)], ' or ')})`;
  });
  const [plate] = words.length > 1 ? onPlate(search) : [];
  return plate ? [sql`(${plate} or (${join(found, ' and ')}))`] : found;
}

/** How well a customer fits what is searched for, an integer: what is theirs to the letter, their name, its beginning, then the rest. */
export function fitness(row: Sql, search: string, { plates }: Pick<FoundBy, 'plates'>): Sql {
  const asked = sql`plain(${tidied(search)})`;
  const name = sql`plain(${row}.name)`;
  const signs = plates ? platePart(search) : null;
  const onPlate = signs ? sql`or plain(${signs}) = any(string_to_array(${row}.plate_text, ' '))` : sql``;
  const exact = sql`replace(${asked}, ' ', '') in (lower(${row}.reference), ${row}.siret, ${row}.email, ${row}.phone) ${onPlate}`;
  return sql`(case when ${exact} then 5000 when ${name} = ${asked} then 4000 when starts_with(${name}, ${asked}) then 3000
    when ${name} like '% ' || escape_like(${asked}) || '%' then 2000 else 0 end
    + (600 * word_similarity(${asked}, ${name}) + 400 * word_similarity(${asked}, ${row}.search_text)))::integer`;
}
