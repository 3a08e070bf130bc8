import type { MigrationInterface, QueryRunner } from 'typeorm';

const give = `update role set permissions = array(select distinct unnest(permissions || $2::text[])) where key = any($1::text[])`;

/** What people ask of us about data on them, and by when they are answered. */
export class DataSubjectRequest1764002350000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create sequence data_subject_request_reference;
      create table data_subject_request (
        id uuid primary key default uuidv7(),
        reference text not null unique default 'RGPD-' || lpad(nextval('data_subject_request_reference')::text, 5, '0'),
        "right" text not null
          check ("right" in ('ACCESS', 'RECTIFICATION', 'ERASURE', 'RESTRICTION', 'OBJECTION', 'PORTABILITY', 'POST_MORTEM')),
        status text not null default 'RECEIVED' check (status in ('RECEIVED', 'IDENTIFIED', 'COMPLETED', 'REFUSED', 'WITHDRAWN')),
        origin text not null check (origin in ('PORTAL', 'EMAIL', 'POST', 'PHONE', 'IN_PERSON')),
        person text not null, contact text, details text, received_on date not null, due_on date not null check (due_on > received_on),
        extended_on date, extension_reason text,
        identity_proof text check (identity_proof in ('SIGNED_IN', 'KNOWN_ADDRESS', 'CALL_BACK', 'PAPER_SEEN')), identity_note text,
        identified_at timestamptz, answer text, closed_at timestamptz, created_at timestamptz not null default now(), reminded_at integer,
        customer_id uuid references customer on delete set null, user_id uuid references "user" on delete set null,
        created_by_id uuid references "user" on delete set null, identified_by_id uuid references "user" on delete set null,
        closed_by_id uuid references "user" on delete set null,
        constraint data_subject_request_is_identified check (status in ('RECEIVED', 'REFUSED', 'WITHDRAWN') or identity_proof is not null),
        constraint data_subject_request_is_closed check ((status in ('RECEIVED', 'IDENTIFIED')) = (closed_at is null)),
        constraint data_subject_request_says_why check ((extended_on is null) = (extension_reason is null)));
      create index on data_subject_request (due_on, id);
      create index on data_subject_request (received_on, id);
      create index on data_subject_request (due_on) where status in ('RECEIVED', 'IDENTIFIED');
      create index on data_subject_request (customer_id);
      create index on data_subject_request (user_id);
      create index on data_subject_request (created_by_id);
      create index on data_subject_request (identified_by_id);
      create index on data_subject_request (closed_by_id);`);
    const team = ['staff', 'manager', 'admin', 'superadmin'];
    await db.query(give, [
      ['client', ...team],
      ['dataSubjectRequest.read', 'dataSubjectRequest.create'],
    ]);
    await db.query(give, [['manager', 'admin', 'superadmin'], ['dataSubjectRequest.handle']]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array(select one from unnest(permissions) one where one !~ '^dataSubjectRequest\\.');
      drop table data_subject_request;
      drop sequence data_subject_request_reference;`);
  }
}
