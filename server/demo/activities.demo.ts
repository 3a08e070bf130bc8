import { ActivityKind } from '../features/activity/activity.kinds.js';
import type { DemoCustomer, Scene } from './scene.js';
import { note } from './told.js';
import type { PersonKey } from './world/people.js';
import type { Random } from './world/random.js';
import { kervellaTalks, talks } from './world/talk.js';

const MOST = { champion: 12, loyal: 9, promising: 7, new: 3, fading: 7, asleep: 4, none: 4 } as const;

/** What was said: calls, mails, meetings, notes. The features add what they did. */
export function addActivities(scene: Scene): void {
  const random = scene.random('activities');
  const { clock } = scene;
  for (const customer of scene.customers) {
    note(scene, random, {
      customerId: customer.id,
      kind: ActivityKind.CUSTOMER_CREATED,
      at: customer.createdAt,
      author: customer.manager,
    });
    spoken(scene, random, customer);
  }
  const { id: customerId } = scene.customer('Transports Kervella');
  for (const { kind, title, body, daysAgo, at, author, shared, pinned } of kervellaTalks)
    note(scene, random, {
      customerId,
      kind: ActivityKind[kind],
      at: clock.past(daysAgo, ...at),
      author,
      title,
      body,
      audience: shared ? 'EVERYONE' : 'TEAM',
      pinned,
    });
}

function spoken(scene: Scene, random: Random, { id, name, trade, habit, contacts, manager, reseller }: DemoCustomer): void {
  const isQuiet = habit === 'asleep' || habit === 'fading';
  // Kervella's last weeks are told in full; these are the months before.
  const since = name === 'Transports Kervella' ? 80 : isQuiet ? 60 : 0;
  const oldest = habit === 'new' || habit === 'none' ? 28 : isQuiet ? 420 : 330;
  const team: PersonKey[] = [manager, manager, 'gwen', ...(reseller ? [reseller] : [])];
  const fitting = trade === 'person' || habit === 'none' ? talks.filter(({ general }) => general) : talks;
  for (const { kind, title, body } of random.some(fitting, random.between(3, MOST[habit]))) {
    const contact = contacts.length > 0 ? random.pick(contacts).name! : name;
    const at = scene.clock.past(random.between(since, oldest), random.between(8, 18), random.between(0, 59));
    const said = (text: string) => text.replaceAll('{name}', contact);
    note(scene, random, {
      customerId: id,
      kind: ActivityKind[kind],
      at,
      author: random.pick(team),
      title: said(title),
      body: body && said(body),
    });
  }
}
