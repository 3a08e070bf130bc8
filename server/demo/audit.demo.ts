import { type EntryRow, insertEntries, Outcome } from '../core/audit-row.js';
import { anonymous, type Context } from '../core/context.js';
import { Customer } from '../features/customer/customer.entity.js';
import { Document } from '../features/document/document.entity.js';
import { Invoice } from '../features/invoice/invoice.entity.js';
import { Payment } from '../features/invoice/payment.entity.js';
import { Project } from '../features/project/project.entity.js';
import type { Scene } from './scene.js';
import { type PersonKey, people } from './world/people.js';
import type { Random } from './world/random.js';

const BROWSERS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Safari/605.1.15',
  'Mozilla/5.0 (X11; Linux x64; rv:145.0) Gecko/20100101 Firefox/145.0',
];
/** Days for which somebody looks back: before that the journal is quiet. */
const DAYS = 45;
const TEAM: readonly PersonKey[] = ['claire', 'thomas', 'gwen', 'loic'];

type Said = Pick<EntryRow, 'action'> & Partial<EntryRow> & { at: Date };

/** What the people of the demo did, looked at and were refused, as the product itself would have noted it. */
export async function addAudit(scene: Scene, ctx: Pick<Context, 'query'>): Promise<void> {
  const random = scene.random('audit');
  const since = scene.clock.past(DAYS, 0);
  const entries = [...done(scene, random), ...lookedAt(scene, random), ...refused(scene, random)].filter(
    ({ at }) => at && at > since && at < scene.clock.now,
  );
  entries.sort((a, b) => (a.at as Date).getTime() - (b.at as Date).getTime());
  for (let from = 0; from < entries.length; from += 500) await ctx.query(insertEntries(entries.slice(from, from + 500)));
}

/** By one of ours unless somebody else is named. */
function said(scene: Scene, random: Random, by: PersonKey | null, { action, at, ...more }: Said): EntryRow {
  return {
    actorId: by ? scene.people[by] : anonymous.id,
    actorRole: by ? people[by].role : anonymous.role,
    asUserId: null,
    sessionId: null,
    ip: by ? `10.20.0.${10 + Object.keys(people).indexOf(by)}` : '203.0.113.42',
    userAgent: random.pick(BROWSERS),
    requestId: random.id(at),
    outcome: Outcome.CHANGED,
    action,
    code: null,
    times: 1,
    subjectType: null,
    subjectId: null,
    aboutId: null,
    changes: null,
    at,
    ...more,
  };
}

const told = (changes: Record<string, [unknown, unknown]>) => JSON.stringify(changes);

function done(scene: Scene, random: Random): EntryRow[] {
  const { rows } = scene;
  const team = () => random.pick(TEAM);
  return [
    ...rows.of(Invoice).flatMap(({ id, number, issuedAt, totalCents }) =>
      id && number && issuedAt
        ? [
            said(scene, random, team(), {
              ...{ action: 'invoice.issue', at: issuedAt, subjectType: 'Invoice', subjectId: id },
              changes: told({ status: ['DRAFT', 'ISSUED'], number: [null, number], totalCents: [totalCents, totalCents] }),
            }),
          ]
        : [],
    ),
    ...rows.of(Payment).flatMap(({ id, paidOn, amountCents }) =>
      id && paidOn
        ? [
            said(scene, random, team(), {
              ...{ action: 'payment.create', at: new Date(`${paidOn}T09:30:00Z`), subjectType: 'Payment', subjectId: id },
              changes: told({ amountCents: [null, amountCents] }),
            }),
          ]
        : [],
    ),
    ...rows.of(Document).flatMap(({ id, createdAt, name }) =>
      id && createdAt
        ? [
            said(scene, random, team(), {
              ...{ action: 'document.upload', at: createdAt, subjectType: 'Document', subjectId: id },
              changes: told({ name: [null, name] }),
            }),
          ]
        : [],
    ),
    ...rows.of(Project).flatMap(({ id, createdAt, name }) =>
      id && createdAt
        ? [
            said(scene, random, team(), {
              ...{ action: 'project.create', at: createdAt, subjectType: 'Project', subjectId: id },
              changes: told({ name: [null, name] }),
            }),
          ]
        : [],
    ),
    ...corrected(scene, random),
  ];
}

/** What is known of a customer changes now and then. */
function corrected(scene: Scene, random: Random): EntryRow[] {
  const known = scene.rows.of(Customer);
  const change = (
    name: string,
    by: PersonKey,
    daysAgo: number,
    changes: Record<string, [unknown, unknown]>,
    action = 'customer.update',
  ) => {
    const found = known.find((customer) => customer.name === name);
    return found?.id
      ? [
          said(scene, random, by, {
            ...{ action, at: scene.clock.past(daysAgo, 9 + (daysAgo % 8), 12), subjectType: 'Customer', subjectId: found.id },
            changes: told(changes),
          }),
        ]
      : [];
  };
  const kervella = known.find(({ name }) => name === 'Transports Kervella');
  return [
    ...change('Transports Kervella', 'claire', 21, { phone: ['+33298001000', kervella?.phone ?? null] }),
    ...change('Transports Kervella', 'loic', 9, { website: [null, kervella?.website ?? 'https://transports-kervella.example'] }),
    ...change('Transports Kervella', 'claire', 4, { tags: [['transport'], kervella?.tags ?? []] }),
  ];
}

function lookedAt(scene: Scene, random: Random): EntryRow[] {
  const kervella = scene.customer('Transports Kervella');
  const files = scene.rows.of(Document).filter(({ customerId }) => customerId === kervella.id);
  const opened = (by: PersonKey, daysAgo: number, customerId: string) =>
    said(scene, random, by, {
      ...{
        action: 'customer.read',
        outcome: Outcome.READ,
        at: scene.clock.past(daysAgo, random.between(8, 17), random.between(0, 59)),
      },
      ...{ subjectType: 'Customer', subjectId: customerId },
    });
  return [
    ...[1, 2, 4, 6, 9, 13, 20, 28].map((daysAgo) => opened(random.pick(TEAM), daysAgo, kervella.id)),
    ...[2, 7, 16].map((daysAgo) => opened('yann', daysAgo, kervella.id)),
    ...scene.customers.slice(0, 30).map(({ id }) => opened(random.pick(TEAM), random.between(1, 30), id)),
    ...files.slice(0, 4).map(({ id }) =>
      said(scene, random, random.pick(TEAM), {
        ...{
          action: 'document.download',
          outcome: Outcome.READ,
          at: scene.clock.past(random.between(1, 20), 11, random.between(0, 59)),
        },
        ...{ subjectType: 'Document', subjectId: id ?? null },
      }),
    ),
  ];
}

function refused(scene: Scene, random: Random): EntryRow[] {
  const failed = (daysAgo: number, times: number): EntryRow =>
    said(scene, random, null, {
      ...{ action: 'session.start', outcome: Outcome.REFUSED, code: 'WRONG_CREDENTIALS', times },
      ...{ at: scene.clock.past(daysAgo, 7, 41), subjectType: 'User', subjectId: scene.people.claire },
    });
  return [
    failed(12, 1),
    failed(5, 14),
    said(scene, random, 'loic', {
      ...{ action: 'setCustomerStatus', outcome: Outcome.REFUSED, code: 'FORBIDDEN', at: scene.clock.past(3, 16, 20) },
      ...{ subjectType: 'Customer', subjectId: scene.customer('Transports Kervella').id },
    }),
  ];
}
