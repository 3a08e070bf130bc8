import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Customers come by files too; whoever imports something sees imports. */
export class CustomerImport1764001700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table import_run drop constraint import_run_kind_check, add constraint import_run_kind_check check (kind in ('ORDERS', 'CUSTOMERS')),
        alter currency drop not null;
      create index on import_run (kind, created_at, id);
      alter table import_refusal add "column" text;

      -- The lines of the file under way: see import_line.
      create unlogged table import_customer (
        line integer primary key, key text not null, siret text, first integer not null, data jsonb not null);
      create index on import_customer (first);

      update role set permissions = permissions || '{import.read,customer.import}' where 'order.import' = any (permissions);`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array_remove(array_remove(permissions, 'import.read'), 'customer.import');
      drop table import_customer;
      alter table import_refusal drop column "column";
      delete from import_run where kind = 'CUSTOMERS';
      drop index import_run_kind_created_at_id_idx;
      alter table import_run drop constraint import_run_kind_check, add constraint import_run_kind_check check (kind in ('ORDERS')),
        alter currency set not null;`);
  }
}
