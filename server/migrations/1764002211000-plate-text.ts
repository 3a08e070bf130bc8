import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The plates of a customer's vehicles, without what separates their signs, kept ready on the customer's own row for the search. */
export class PlateText1764002211000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      alter table customer add plate_text text not null default '';
      create index on customer using gin (plate_text gin_trgm_ops);

      create function keep_plate_text(customers uuid[]) returns void language sql as $$
        update customer c set plate_text = found.text
        from unnest(customers) wanted (id) left join lateral (
          select coalesce(string_agg(plain(translate(v.plate, ' .·-', '')), ' ' order by v.id), '') as text
          from vehicle v where v.customer_id = wanted.id) found on true
        where c.id = wanted.id and c.plate_text <> found.text $$;
      create function vehicle_changed() returns trigger language plpgsql as $$
      begin
        perform keep_plate_text(array_remove(array[old.customer_id, new.customer_id], null));
        return null;
      end $$;
      create trigger keep_plate_text after insert or delete or update of plate, customer_id on vehicle
        for each row execute function vehicle_changed();
      select keep_plate_text(array(select distinct customer_id from vehicle));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger keep_plate_text on vehicle;
      drop function vehicle_changed, keep_plate_text;
      alter table customer drop column plate_text;`);
  }
}
