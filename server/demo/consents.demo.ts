import type { Context } from '../core/context.js';
import { sql } from '../core/sql.js';
import { ActivityKind } from '../features/activity/activity.kinds.js';
import { ConsentChannel, ConsentPurpose, ConsentStatus } from '../features/consent/consent.entity.js';
import { ConsentEvent, ConsentMethod } from '../features/consent/consent-event.entity.js';
import type { DemoCustomer, Scene } from './scene.js';
import { note } from './told.js';
import type { PersonKey } from './world/people.js';
import type { Random } from './world/random.js';

const { MARKETING, SATISFACTION, ANALYTICS, PARTNERS } = ConsentPurpose;
const { EMAIL, SMS, PHONE, POST } = ConsentChannel;
const { GRANTED, WITHDRAWN } = ConsentStatus;

interface Said {
  purpose: ConsentPurpose;
  channel: ConsentChannel;
  action: ConsentEvent['action'];
  method: ConsentMethod;
  at: Date;
  actor: PersonKey | null;
  note?: string;
  documentId?: string;
}

/** How people said yes, and what we keep of it. */
const ways = [
  [ConsentMethod.PAPER, 'Bon de commande signé, case cochée à la main.'],
  [ConsentMethod.PHONE, 'Accord donné au téléphone, texte lu avant.'],
  [ConsentMethod.EMAIL, 'Réponse par e-mail, conservée dans la boîte commune.'],
  [ConsentMethod.IMPORT, 'Repris de l’ancien fichier, preuve dans le classeur de l’année.'],
] as const;

/** Who agreed to what, and who changed their mind. `proof` is the signed paper of Transports Kervella. */
export async function addConsents(scene: Scene, ctx: Pick<Context, 'query'>, proof: string): Promise<void> {
  const random = scene.random('consents');
  const texts = await ctx.query<{ id: string; purpose: string }>(
    sql`select distinct on (purpose) id, purpose from consent_text where locale = 'fr' order by purpose, version desc`,
  );
  const textOf = new Map(texts.map(({ id, purpose }) => [purpose, id]));
  for (const customer of scene.customers) {
    const said = customer.name === 'Transports Kervella' ? kervella(scene, proof) : usual(scene, random, customer);
    for (const { actor, at, note: words, documentId, ...event } of said) {
      const id = random.id(at);
      scene.rows.add(ConsentEvent, {
        id,
        customerId: customer.id,
        ...event,
        at,
        recordedAt: at,
        note: words ?? null,
        documentId: documentId ?? null,
        textId: event.action === GRANTED ? textOf.get(event.purpose) : null,
        actorId: actor && scene.people[actor],
      });
      note(scene, random, {
        customerId: customer.id,
        kind: ActivityKind.CONSENT_CHANGED,
        at,
        author: actor,
        details: { purpose: event.purpose, channel: event.channel, to: event.action },
        audience: 'EVERYONE',
        subject: { type: 'ConsentEvent', id },
      });
    }
  }
}

function kervella({ clock }: Scene, proof: string): Said[] {
  const signed = {
    action: GRANTED,
    method: ConsentMethod.PAPER,
    at: clock.past(1010, 14, 30),
    actor: 'claire',
    note: 'Bon de commande signé.',
    documentId: proof,
  } as const;
  const form = { action: WITHDRAWN, method: ConsentMethod.WEB, at: clock.past(39, 18, 4), actor: 'maelle' } as const;
  return [
    { purpose: MARKETING, channel: EMAIL, ...signed },
    { purpose: MARKETING, channel: SMS, ...signed },
    { purpose: SATISFACTION, channel: EMAIL, ...signed },
    { purpose: SATISFACTION, channel: SMS, ...signed },
    {
      purpose: MARKETING,
      channel: PHONE,
      action: GRANTED,
      method: ConsentMethod.PHONE,
      at: clock.past(625, 9, 22),
      actor: 'claire',
      note: 'Accord donné pendant l’appel du contrat cadre, texte lu en entier.',
    },
    {
      purpose: ANALYTICS,
      channel: EMAIL,
      action: GRANTED,
      method: ConsentMethod.WEB,
      at: clock.past(410, 11, 48),
      actor: 'maelle',
    },
    { purpose: MARKETING, channel: SMS, ...form },
    { purpose: SATISFACTION, channel: SMS, ...form, at: clock.past(39, 18, 5) },
    { purpose: PARTNERS, channel: EMAIL, ...form, at: clock.past(39, 18, 6) },
  ];
}

function usual({ clock }: Scene, random: Random, { createdAt, manager }: DemoCustomer): Said[] {
  const days = (clock.now.getTime() - createdAt.getTime()) / 86_400_000;
  const [method, words] = random.pick(ways);
  const first = {
    action: GRANTED,
    method,
    at: clock.past(Math.floor(days) - 1, 11, random.between(0, 59)),
    actor: manager,
    note: words,
  } as const;
  const said: Said[] = [{ purpose: MARKETING, channel: EMAIL, ...first }];
  if (random.chance(0.6)) said.push({ purpose: SATISFACTION, channel: EMAIL, ...first });
  if (random.chance(0.35)) said.push({ purpose: MARKETING, channel: PHONE, ...first });
  if (random.chance(0.2)) said.push({ purpose: MARKETING, channel: POST, ...first });
  if (random.chance(0.25))
    said.push({
      purpose: MARKETING,
      channel: EMAIL,
      action: WITHDRAWN,
      method: ConsentMethod.EMAIL,
      at: clock.past(random.between(2, Math.max(3, Math.min(300, Math.floor(days / 2)))), 10, random.between(0, 59)),
      actor: 'gwen',
      note: 'Demande reçue par e-mail, prise en compte le jour même.',
    });
  return said;
}
