import { SavedView } from '../features/saved-view/saved-view.entity.js';
import { Reach } from '../features/user/role.entity.js';
import type { Scene } from './scene.js';
import type { PersonKey } from './world/people.js';

const views: { of: PersonKey; list: string; name: string; query: string; shared?: true; reach?: Reach }[] = [
  { of: 'thomas', list: 'customers', name: 'Contrats cadres', query: 'tag=contrat+cadre', shared: true },
  { of: 'thomas', list: 'customers', name: 'Plus gros acheteurs', query: 'orders=with&sort=-SPENT', shared: true },
  { of: 'nadia', list: 'customers', name: 'Prospects sans commande', query: 'tag=prospect&orders=without', shared: true },
  { of: 'nadia', list: 'invoices', name: 'Relances', query: 'overdue=yes&sort=DUE_ON', shared: true },
  { of: 'claire', list: 'customers', name: 'Restauration', query: 'tag=restauration&sort=-LAST_ORDER' },
  { of: 'soazig', list: 'customers', name: 'Particuliers', query: 'kind=PERSON', reach: Reach.REVENDEUR },
];

/** Views that the team shares, and some of one's own. */
export function addSavedViews(scene: Scene): void {
  const random = scene.random('saved views');
  for (const [position, { of, list, name, query, shared = false, reach = Reach.STAFF }] of views.entries()) {
    const createdAt = scene.clock.past(20 - position, 10, position);
    scene.rows.add(SavedView, {
      id: random.id(createdAt),
      ownerId: scene.people[of],
      reach,
      list,
      name,
      query,
      shared,
      position,
      createdAt,
    });
  }
}
