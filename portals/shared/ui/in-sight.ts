/**
 * The `ref` of what is current in a box that scrolls (`data-scrolls`): the box scrolls just far enough to show it, and nothing else of
 * the page moves.
 */
export function inSight(item: HTMLElement | null): void {
  const box = item?.closest('[data-scrolls]');
  if (!item || !box) return;
  const [outer, inner] = [box.getBoundingClientRect(), item.getBoundingClientRect()];
  box.scrollLeft += Math.min(0, inner.left - outer.left) + Math.max(0, inner.right - outer.right);
  box.scrollTop += Math.min(0, inner.top - outer.top) + Math.max(0, inner.bottom - outer.bottom);
}
