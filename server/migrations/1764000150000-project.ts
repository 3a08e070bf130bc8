import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Projects with their milestones and comments. */
export class Project1764000150000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence project_reference;
      create table project (
        id uuid primary key default uuidv7(), reference text not null unique, customer_id uuid not null references customer,
        name text not null check (name <> ''), description text,
        status text not null default 'DRAFT' check (status in ('DRAFT', 'PLANNED', 'IN_PROGRESS', 'ON_HOLD', 'DONE', 'CANCELLED')),
        starts_on date, due_on date, budget_cents bigint check (budget_cents between 0 and 9007199254740991),
        currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'), manager_id uuid references "user" on delete set null,
        created_at timestamptz not null default now(), updated_at timestamptz not null default now(), version integer not null default 1,
        due_order date not null generated always as (coalesce(due_on, '9999-12-31'::date)) stored,
        check (due_on >= starts_on));
      create index on project (name, id);
      create index on project (created_at, id);
      create index on project (updated_at, id);
      create index on project (due_order, id);
      create index on project (status, due_order, id);
      create index on project (customer_id, due_order, id);
      create index on project (customer_id, created_at, id);
      create index on project (manager_id, due_order, id);
      create index on project using gin (plain(reference || ' ' || name) gin_trgm_ops);

      create table milestone (
        id uuid primary key default uuidv7(), project_id uuid not null references project on delete cascade,
        position integer not null check (position > 0), title text not null check (title <> ''), due_on date, done_at timestamptz,
        constraint milestone_position_key unique (project_id, position));

      create table project_comment (
        id uuid primary key default uuidv7(), project_id uuid not null references project on delete cascade,
        author_id uuid not null references "user", body text not null check (body <> ''),
        audience text not null default 'EVERYONE' check (audience in ('TEAM', 'EVERYONE')), created_at timestamptz not null default now());
      create index on project_comment (project_id, created_at, id);
      create index on project_comment (author_id);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('drop table project_comment, milestone, project; drop sequence project_reference;');
  }
}
