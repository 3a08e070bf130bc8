import { authorize } from '../../core/access.js';
import { audit, changesOf, onAudited } from '../../core/audit.entity.js';
import type { Context } from '../../core/context.js';
import { forbidden, UserError } from '../../core/errors.js';
import { tidy } from '../../core/inputs.js';
import { lockVisible, orTaken } from '../../core/mutation.js';
import { sql } from '../../core/sql.js';
import { SavedView } from './saved-view.entity.js';
import type { SaveViewInput, UpdateSavedViewInput } from './saved-view.input.js';
import './saved-view.words.js';

/** Of one list, for one person; and for the team. */
const MOST_VIEWS = 50;

/** Keeps a view. One of one's own of that name is replaced; of what the team shares the name must be free. */
export async function saveView(ctx: Context, { list, query, shared, ...input }: SaveViewInput): Promise<SavedView> {
  const name = needed(input.name);
  if (!/^[a-z][a-z-]*$/.test(list)) throw new UserError('INVALID_LIST', ['input', 'list']);
  if (shared) mayShare(ctx);
  // One at a time for each person: two windows that keep a view at once don't count past each other.
  await ctx.query(sql`select pg_advisory_xact_lock(hashtextextended(${`saved_view ${ctx.viewer.id}`}, 0))`);
  const there = await ctx.db.find(SavedView, {
    where: shared ? { list, shared: true } : { ownerId: ctx.viewer.id, reach: ctx.viewer.reach, list, shared: false },
  });
  const same = shared ? undefined : there.find((view) => view.name.toLowerCase() === name.toLowerCase());
  if (same) return change(ctx, same, { name, query: plain(query) });
  if (there.length >= MOST_VIEWS) throw new UserError('TOO_MANY_VIEWS', ['input', 'name'], { max: MOST_VIEWS });
  const position = Math.max(-1, ...there.map((view) => view.position)) + 1;
  const fields = { list, name, query: plain(query), shared: Boolean(shared), position };
  const view = await saved(ctx, ctx.db.create(SavedView, { ...fields, ownerId: ctx.viewer.id, reach: ctx.viewer.reach }));
  await audit(ctx, 'savedView.save', view, changesOf({} as SavedView, fields));
  return view;
}

export async function updateSavedView(ctx: Context, { id, ...input }: UpdateSavedViewInput): Promise<SavedView> {
  const view = await lockVisible(ctx, SavedView, id);
  authorize(ctx, 'update', view);
  if (input.shared && !view.shared) mayShare(ctx);
  const fields: Partial<SavedView> = {};
  if (input.name != null) fields.name = needed(input.name);
  if (input.query != null) fields.query = plain(input.query);
  // What is shared no more is whose it was.
  if (input.shared != null) fields.shared = input.shared;
  return change(ctx, view, fields);
}

export async function orderSavedViews(ctx: Context, ids: readonly string[]): Promise<SavedView[]> {
  const views = new Map<string, SavedView>();
  for (const id of [...new Set(ids)].sort()) {
    const view = await lockVisible(ctx, SavedView, id);
    authorize(ctx, 'update', view);
    views.set(id, view);
  }
  const ordered: SavedView[] = [];
  for (const [position, id] of [...new Set(ids)].entries()) {
    const view = views.get(id);
    if (view) ordered.push(await change(ctx, view, { position }));
  }
  return ordered;
}

export async function deleteSavedView(ctx: Context, id: string): Promise<string> {
  const view = await lockVisible(ctx, SavedView, id);
  authorize(ctx, 'delete', view);
  await audit(ctx, 'savedView.delete', view, { name: [view.name, null] });
  await ctx.db.delete(SavedView, { id });
  return id;
}

async function change(ctx: Context, view: SavedView, fields: Partial<SavedView>): Promise<SavedView> {
  const changes = changesOf(view, fields);
  if (Object.keys(changes).length > 0) await saved(ctx, Object.assign(view, fields));
  await audit(ctx, 'savedView.update', view, changes);
  return view;
}

async function saved(ctx: Context, view: SavedView): Promise<SavedView> {
  const way = ['input', 'name'];
  return orTaken(
    orTaken(ctx.db.save(view), 'saved_view_own_key', way, 'VIEW_NAME_TAKEN'),
    'saved_view_shared_key',
    way,
    'VIEW_NAME_TAKEN',
  );
}

function mayShare(ctx: Context): void {
  if (!ctx.viewer.permissions.has('savedView.share')) throw forbidden();
}

function needed(text: string): string {
  const name = tidy(text);
  if (name === null) throw new UserError('BLANK', ['input', 'name']);
  return name;
}

/** As an address has it, whoever wrote it: nothing but keys and values. */
const plain = (query: string): string => new URLSearchParams(query).toString();

/** A deleted account keeps its row: what was for that person alone goes, what the team shares stays. */
onAudited('user.delete', async (ctx, { id }) => {
  await ctx.query(sql`delete from saved_view where owner_id = ${id} and not shared`);
});
