import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Fields that a house defines for its customers, and their values: a row each, typed, with an index for every way to ask. See decision 0130. */
export class CustomField1764002200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table custom_field (
        id uuid primary key default uuidv7(), key text not null constraint custom_field_key_key unique check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
        kind text not null check (kind in ('TEXT', 'NUMBER', 'DATE', 'CHOICE')),
        applies_to text not null default 'EVERYONE' check (applies_to in ('EVERYONE', 'COMPANY', 'PERSON')),
        required boolean not null default false, label_fr text not null check (label_fr <> ''), label_en text not null check (label_en <> ''),
        help_fr text, help_en text, position integer not null, archived boolean not null default false,
        created_at timestamptz not null default now(), version integer not null default 1);

      create table custom_field_choice (
        id uuid primary key default uuidv7(), field_id uuid not null references custom_field on delete cascade,
        label_fr text not null check (label_fr <> ''), label_en text not null check (label_en <> ''), position integer not null,
        retired boolean not null default false, unique (field_id, id));
      create index on custom_field_choice (field_id, position, id);

      create table custom_field_value (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer on delete cascade,
        field_id uuid not null references custom_field, text text check (text <> ''), number double precision, date date, choice_id uuid,
        unique (customer_id, field_id), foreign key (field_id, choice_id) references custom_field_choice (field_id, id),
        check (num_nonnulls(text, number, date, choice_id) = 1));
      create index on custom_field_value (field_id, customer_id);
      create index on custom_field_value (field_id, number) where number is not null;
      create index on custom_field_value (field_id, date) where date is not null;
      create index on custom_field_value (field_id, choice_id) where choice_id is not null;
      create index on custom_field_value (choice_id) where choice_id is not null;
      create index on custom_field_value using gin (field_id, plain(text) gin_trgm_ops) where text is not null;`);
    // A role that somebody made their own since keeps what they gave it.
    for (const [permission, roles] of GIVEN)
      await db.query(
        `update role set permissions = array(select distinct unnest(permissions || array[$1])) where key = any($2)`,
        [permission, roles],
      );
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop table custom_field_value, custom_field_choice, custom_field;
      update role set permissions = array(select one from unnest(permissions) one where one !~ '^customField\\.');`);
  }
}

const OURS = ['staff', 'manager', 'admin', 'superadmin'];
const GIVEN: [permission: string, roles: string[]][] = [
  ['customField.read', ['revendeur', ...OURS]],
  ['customField.fill', OURS],
  ['customField.update', ['superadmin']],
];
