import type { MigrationInterface, QueryRunner } from 'typeorm';

const PURPOSES = "'MARKETING', 'SATISFACTION', 'PARTNERS', 'ANALYTICS'";
const CHANNELS = "'EMAIL', 'SMS', 'PHONE', 'POST'";

/** What customers said, in events that never change; where they stand follows from those. */
export class Consent1764000120000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      create table consent_text (
        id uuid primary key default uuidv7(), purpose text not null check (purpose in (${PURPOSES})), version integer not null check (version > 0),
        locale text not null check (locale in ('fr', 'en')), body text not null check (body <> ''), unique (purpose, version, locale));

      -- A UUID made of a name, version 3: one that UUID checkers accept.
      create function consent_id(customer_id uuid, purpose text, channel text) returns uuid language sql immutable parallel safe
        return overlay(overlay(md5(customer_id::text || purpose || channel) placing '3' from 13) placing '8' from 17)::uuid;

      create table consent_event (
        id uuid primary key default uuidv7(), customer_id uuid not null references customer,
        purpose text not null check (purpose in (${PURPOSES})), channel text not null check (channel in (${CHANNELS})),
        consent_id uuid not null generated always as (consent_id(customer_id, purpose, channel)) stored,
        action text not null check (action in ('GRANTED', 'WITHDRAWN')), at timestamptz not null default now(),
        recorded_at timestamptz not null default now(), method text not null check (method in ('WEB', 'PHONE', 'PAPER', 'EMAIL', 'IMPORT')),
        note text, actor_id uuid references "user", text_id uuid references consent_text, document_id uuid);
      create index on consent_event (consent_id, at, recorded_at, id);
      create index on consent_event (customer_id, at, id);
      create index on consent_event (at, id);
      create index on consent_event (document_id) where document_id is not null;
      create index on consent_event (text_id);

      create table consent_state (
        customer_id uuid not null references customer, purpose text not null, channel text not null,
        status text not null, since timestamptz not null, primary key (customer_id, purpose, channel));
      create index on consent_state (purpose, channel, status);`);

    // Where they stand is what they said last, in the order in which they said it, not in which it was written down.
    await db.query(`
      create function keep_consent_state() returns trigger language plpgsql as $$
      begin
        insert into consent_state values (new.customer_id, new.purpose, new.channel, new.action, new.at)
        on conflict (customer_id, purpose, channel) do update set status = excluded.status, since = excluded.since
        where consent_state.since <= excluded.since;
        return null;
      end $$;
      create trigger keep_state after insert on consent_event for each row execute function keep_consent_state();

      create function refuse_consent_change() returns trigger language plpgsql as $$
      begin raise exception '% is append-only', tg_table_name using errcode = 'restrict_violation'; end $$;
      create trigger append_only before update or delete on consent_event for each row execute function refuse_consent_change();
      create trigger append_only_whole before truncate on consent_event for each statement execute function refuse_consent_change();
      create trigger append_only before update or delete on consent_text for each row execute function refuse_consent_change();
      create trigger append_only_whole before truncate on consent_text for each statement execute function refuse_consent_change();

      create view consent as
        select consent_id(c.id, p.purpose, ch.channel) as id, c.id as customer_id, p.purpose, ch.channel,
          coalesce(s.status, 'UNKNOWN') as status, s.since
        from customer c
        cross join unnest(array[${PURPOSES}]) as p(purpose)
        cross join unnest(array[${CHANNELS}]) as ch(channel)
        left join consent_state s on s.customer_id = c.id and s.purpose = p.purpose and s.channel = ch.channel;`);

    for (const [purpose, fr, en] of TEXTS)
      await db.query(`insert into consent_text (purpose, version, locale, body) values ($1, 1, 'fr', $2), ($1, 1, 'en', $3)`, [
        purpose,
        fr,
        en,
      ]);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      drop view consent;
      drop table consent_state, consent_event, consent_text;
      drop function keep_consent_state, refuse_consent_change, consent_id;`);
  }
}

const TEXTS = [
  [
    'MARKETING',
    'J’accepte de recevoir des offres et des nouvelles de votre part par ce moyen. Je peux changer d’avis à tout moment, depuis mon espace ou en vous écrivant ; cela ne change rien à nos contrats en cours.',
    'I agree to receive offers and news from you in this way. I may change my mind at any time, in my portal or by writing to you; our current contracts are not affected.',
  ],
  [
    'SATISFACTION',
    'J’accepte d’être interrogé par ce moyen sur ma satisfaction après une prestation. Mes réponses servent à améliorer le service et ne sont pas publiées sans mon accord. Je peux changer d’avis à tout moment.',
    'I agree to be asked in this way how satisfied I am after a service. My answers serve to improve it and are not published without my agreement. I may change my mind at any time.',
  ],
  [
    'PARTNERS',
    'J’accepte que mes coordonnées pour ce moyen de contact soient transmises à vos partenaires afin qu’ils me proposent leurs offres. La liste des partenaires m’est communiquée sur demande. Je peux changer d’avis à tout moment ; vous en informez alors les partenaires.',
    'I agree that you pass on my details for this way of contact to your partners, so that they may send me their offers. You give me the list of partners on request. I may change my mind at any time; you then tell the partners.',
  ],
  [
    'ANALYTICS',
    'J’accepte que mes achats et mes échanges avec vous par ce moyen soient étudiés afin de me proposer ce qui me convient. Aucune décision n’est prise sans l’intervention d’une personne. Je peux changer d’avis à tout moment.',
    'I agree that my purchases and our exchanges in this way are studied so that you can offer me what suits me. No decision is taken without a person. I may change my mind at any time.',
  ],
] as const;
