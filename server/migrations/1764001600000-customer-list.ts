import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Where a text runs to is said by marks that nobody sees: they are kept in a name, and searched for by nobody. */
const DIRECTION_MARKS = String.raw`U&'\061C\200E\200F\202A\202B\202C\202D\202E\2066\2067\2068\2069'`;

const textToSearch = (marks: string | null) => {
  const text = `concat_ws(' ', $1.name, $1.reference, $1.siret, $1.email, $1.phone,
          (select string_agg(concat_ws(' ', a.street, a.postal_code, a.city), ' ') from address a where a.customer_id = $1.id),
          (select string_agg(concat_ws(' ', c.name, c.email, c.phone), ' ') from contact c where c.customer_id = $1.id))`;
  return `
      create or replace function text_to_search(customer) returns text language sql stable return
        plain(${marks ? `translate(${text}, ${marks}, '')` : text});`;
};

/** What customers are found and sorted by: who signs in for them, and what they ordered, kept ready on their own row. */
export class CustomerList1764001600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ${textToSearch(DIRECTION_MARKS)}
      alter table customer add member_text text not null default '',
        add order_count integer not null default 0, add spent_cents bigint not null default 0,
        add last_order_at timestamptz not null default 'epoch';
      create index on customer using gin (member_text gin_trgm_ops);
      create index on customer (order_count, id);
      create index on customer (spent_cents, id);
      create index on customer (last_order_at, id);`);

    await db.query(`
      create function keep_member_text(customers uuid[]) returns void language sql as $$
        update customer c set member_text = found.text
        from unnest(customers) wanted (id) left join lateral (
          select coalesce(plain(translate(string_agg(concat_ws(' ', u.name, u.email), ' ' order by u.id), ${DIRECTION_MARKS}, '')), '') as text
          from membership m join "user" u on u.id = m.user_id where m.customer_id = wanted.id) found on true
        where c.id = wanted.id and c.member_text <> found.text $$;
      create function member_changed() returns trigger language plpgsql as $$
      begin
        perform keep_member_text(array[coalesce(new.customer_id, old.customer_id)]);
        return null;
      end $$;
      create function member_renamed() returns trigger language plpgsql as $$
      begin
        perform keep_member_text(array(select customer_id from membership where user_id = new.id));
        return null;
      end $$;
      create trigger keep_member_text after insert or update or delete on membership for each row execute function member_changed();
      create trigger keep_member_text after update of name, email on "user" for each row
        when (old.name <> new.name or old.email <> new.email) execute function member_renamed();`);

    // As Customer.orderStats counts: what is confirmed, in the currency of the latest confirmed order.
    await db.query(`
      create function keep_order_figures(customers uuid[]) returns void language sql as $$
        update customer c set order_count = figures.placed, spent_cents = figures.spent, last_order_at = figures.latest
        from (
          select wanted.id, count(o.id) as placed, coalesce(max(o.placed_at), 'epoch') as latest,
            coalesce(sum(o.total_cents) filter (where o.status = 'CONFIRMED' and o.currency = o.main), 0) as spent
          from (select distinct id from unnest(customers) given (id) where id is not null) wanted
          left join lateral (
            select placed.*, first_value(placed.currency) over (order by placed.status = 'CONFIRMED' desc, placed.placed_at desc, placed.id desc) as main
            from "order" placed where placed.customer_id = wanted.id) o on true
          group by wanted.id) figures
        where c.id = figures.id and (c.order_count, c.spent_cents, c.last_order_at) is distinct from (figures.placed, figures.spent, figures.latest) $$;
      create function orders_changed() returns trigger language plpgsql as $$
      begin
        if tg_op = 'INSERT' then perform keep_order_figures(array(select customer_id from now_there));
        elsif tg_op = 'DELETE' then perform keep_order_figures(array(select customer_id from there_before));
        else perform keep_order_figures(array(select customer_id from there_before union select customer_id from now_there));
        end if;
        return null;
      end $$;
      create trigger keep_figures_insert after insert on "order" referencing new table as now_there
        for each statement execute function orders_changed();
      create trigger keep_figures_update after update on "order" referencing old table as there_before new table as now_there
        for each statement execute function orders_changed();
      create trigger keep_figures_delete after delete on "order" referencing old table as there_before
        for each statement execute function orders_changed();`);

    await db.query(`
      select keep_member_text(array(select distinct customer_id from membership));
      select keep_order_figures(array(select distinct customer_id from "order"));`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop trigger keep_member_text on "user";
      drop trigger keep_member_text on membership;
      drop trigger keep_figures_insert on "order";
      drop trigger keep_figures_update on "order";
      drop trigger keep_figures_delete on "order";
      drop function orders_changed, keep_order_figures, member_changed, member_renamed, keep_member_text;
      alter table customer drop column member_text, drop column order_count, drop column spent_cents, drop column last_order_at;
      ${textToSearch(null)}`);
  }
}
