import { writeFileSync } from 'node:fs';
import { test } from 'vitest';
import { seedDemo } from '../../server/demo/demo.js';
import { startServer } from '../support/server.js';

test('look', async () => {
  const server = await startServer();
  await seedDemo(server.product);
  const out: string[] = [];
  const q = async (sql: string) => {
    out.push(`-- ${sql}`);
    for (const row of await server.database.query(sql)) out.push(JSON.stringify(row));
  };
  await q(`select to_char(placed_at,'YYYY-MM') m, count(*), sum(total_cents)/100 eur from "order" where status='CONFIRMED' group by 1 order by 1`);
  await q(`select status, count(*) from "order" group by 1`);
  await q(`select c.name, count(*), sum(total_cents)/100 eur, max(placed_at)::date from "order" o join customer c on c.id=o.customer_id group by 1 order by 3 desc limit 70`);
  await q(`select status, count(*), sum(total_cents)/100 t, sum(due_cents)/100 due, min(number), max(number) from invoice group by 1`);
  await q(`select c.name, i.number, i.title, issued_on::text, due_on::text, paid_on::text, i.status, total_cents/100.0 t, due_cents/100.0 d from invoice i join customer c on c.id=customer_id where c.name like 'Transports K%' order by issued_on`);
  await q(`select c.name, count(*), sum(due_cents)/100 d from invoice i join customer c on c.id=customer_id where i.status in ('ISSUED','PARTIALLY_PAID') and due_on < current_date group by 1 order by 3 desc`);
  await q(`select 'activity' t, count(*) from activity where occurred_at > now() union all select 'step', count(*) from mission_step where at > now() union all select 'order', count(*) from "order" where placed_at>now() union all select 'inv', count(*) from invoice where issued_on > current_date union all select 'pay', count(*) from payment where paid_on > current_date or created_at > now() union all select 'consent', count(*) from consent_event where at > now() union all select 'doc', count(*) from document where updated_at > now() union all select 'notif', count(*) from notification where created_at > now() union all select 'milestone', count(*) from milestone where done_at > now() union all select 'chg', count(*) from opportunity_change where at > now() union all select 'before', count(*) from activity a join customer c on c.id=customer_id where occurred_at < c.created_at`);
  await q(`select reference, title, m.status, u.name, scheduled_start, scheduled_end, (select string_agg(to_status||' '||to_char(at,'MM-DD HH24:MI'), ' > ' order by at) from mission_step s where s.mission_id=m.id) from mission m left join "user" u on u.id=prestataire_id order by scheduled_start`);
  await q(`select p.name, p.status, starts_on::text, due_on::text, (select string_agg(title||' '||coalesce(due_on::text,'')||' '||coalesce(done_at::date::text,'-'), ' > ' order by position) from milestone where project_id=p.id) from project p order by starts_on`);
  await q(`select o.title, s.key, coalesce(c.name, prospect_name) w, u.name, amount_cents/100 a, expected_close_on::text, stage_since from opportunity o join pipeline_stage s on s.id=stage_id join "user" u on u.id=owner_id left join customer c on c.id=customer_id order by s.position, o.position`);
  await q(`select occurred_at, a.kind, typed_title, body, details, audience from activity a join customer c on c.id=customer_id where c.name like 'Transports K%' order by occurred_at desc limit 60`);
  await q(`select occurred_at, c.name, typed_title, left(body,60) b from activity a join customer c on c.id=customer_id where a.kind='CALL' order by occurred_at desc limit 20`);
  await q(`select name, siret, vat_number, email, phone, tags, internal_note, created_at::date from customer limit 20`);
  await q(`select n.kind, u.name, n.details, n.link, n.created_at, n.read_at from notification n join "user" u on u.id=user_id order by 2, 5 desc`);
  await q(`select "to", subject, left(text,200) t, created_at from mail order by created_at desc limit 6`);
  await q(`select c.name, position, x.email from contact x join customer c on c.id=customer_id limit 12`);
  writeFileSync('/tmp/demo-look.txt', out.join('\n'));
  for (const name of ['Devis quai froid, tranche 2.pdf','PV de réception, quai 1.pdf','Cadenas de consignation.jpg','Quais vus de la cour.png','Ancien groupe, plaque.jpg','Fluide récupéré.jpg']) {
    const [{ key }] = await server.database.query('select key from document_version where file_name = $1 order by number desc', [name]);
    const chunks: Buffer[] = [];
    for await (const chunk of await server.product.world.services.storage.get(key)) chunks.push(chunk as Buffer);
    writeFileSync(`/tmp/demo-${name.replaceAll(' ', '_')}`, Buffer.concat(chunks));
  }
  await server.stop();
});
