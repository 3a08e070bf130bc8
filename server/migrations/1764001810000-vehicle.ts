import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Vehicles and the work done on them. A vehicle stays as long as work is about it, and a customer as long as there was work. */
export class Vehicle1764001810000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table vehicle (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer on delete cascade,
        plate text not null check (plate <> ''), country text not null default 'FR', vin text,
        vin_check text check (vin_check in ('PASSED', 'FAILED', 'NOT_CARRIED')), brand text not null check (brand <> ''), model text,
        year integer check (year between 1885 and 2200), mileage_km integer check (mileage_km >= 0),
        created_at timestamptz not null default now(), unique (customer_id, plate));

      create sequence work_order_reference;
      create table work_order (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer,
        vehicle_id uuid references vehicle, reference text not null unique, description text not null check (description <> ''),
        status text not null default 'PLANNED' check (status in ('PLANNED', 'IN_PROGRESS', 'DONE', 'CANCELLED')), planned_on date,
        amount_cents bigint check (amount_cents >= 0), done_at timestamptz, created_at timestamptz not null default now(),
        version integer not null default 1);
      create index on work_order (customer_id, created_at desc, id);
      create index on work_order (vehicle_id, created_at desc, id) where vehicle_id is not null;

      -- Whoever read work and changed it reads and changes this too; what superadmins made of roles stays.
      update role set permissions = permissions || array['vehicle.read', 'workOrder.read'] where built_in and reach in ('client', 'revendeur', 'staff');
      update role set permissions = permissions || array['vehicle.create', 'vehicle.update', 'vehicle.delete', 'workOrder.create', 'workOrder.update']
        where built_in and reach = 'staff';`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      update role set permissions = array(select one from unnest(permissions) one where one !~ '^(vehicle|workOrder)\\.');
      drop table work_order, vehicle;
      drop sequence work_order_reference;`);
  }
}
