import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What stands in PDFs: the text by page, for excerpts, and the words of all of it on the document's row, for search. */
export class DocumentText1764001910000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    // Words however they are accented: by their French stems, and as they stand, since stems alone tell “loyer” from “loyers”.
    await db.query(`
      create text search configuration french_plain (copy = french);
      alter text search configuration french_plain alter mapping for hword, hword_part, word with unaccent, french_stem;
      create text search configuration simple_plain (copy = simple);
      alter text search configuration simple_plain alter mapping for hword, hword_part, word with unaccent, simple;

      create function words_of(text) returns tsvector language sql immutable parallel safe strict as
        $$ select to_tsvector('french_plain', $1) || to_tsvector('simple_plain', $1) $$;
      -- What stands there is a word that was looked for, in another form of it, or begins with it.
      create function words_sought(sought text[], every boolean) returns tsquery language sql immutable parallel safe strict as $$
        select string_agg(format('(%s)', to_tsquery('french_plain', word) || to_tsquery('simple_plain', word || ':*')),
          case when every then ' & ' else ' | ' end)::tsquery from unnest(sought) word $$;`);
    await db.query(`
      alter table document
        add text_state text check (text_state in ('PENDING', 'READ', 'EMPTY', 'LOCKED', 'UNREADABLE')),
        add words tsvector;
      create index on document using gin (words);
      -- Those that were there before are read as if they had just come.
      update document set text_state = 'PENDING' where mime = 'application/pdf';
      create index on document (updated_at) where text_state = 'PENDING';

      create table document_page (
        document_id uuid not null references document on delete cascade, number integer not null check (number > 0),
        text text not null, words tsvector not null, primary key (document_id, number));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table document_page;
      alter table document drop column text_state, drop column words;
      drop function words_of, words_sought;
      drop text search configuration french_plain;
      drop text search configuration simple_plain;`);
  }
}
