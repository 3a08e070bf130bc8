import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A word that many customers' fields have is looked for in texts made plain once, when they are written. */
export class PlainFieldText1764002301000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      drop index custom_field_value_field_id_plain_idx;
      alter table custom_field_value add column plain_text text generated always as (plain(text)) stored;
      create index on custom_field_value using gin (field_id, plain_text gin_trgm_ops) where plain_text is not null;`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table custom_field_value drop column plain_text;
      create index on custom_field_value using gin (field_id, plain(text) gin_trgm_ops) where text is not null;`);
  }
}
