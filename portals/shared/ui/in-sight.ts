/** Scrolls a box just far enough to show what is current in it, and moves nothing else of the page. */
export function bringInSight(box: HTMLElement | null, current: string): void {
  const item = box?.querySelector(current);
  if (!box || !item) return;
  const [outer, inner] = [box.getBoundingClientRect(), item.getBoundingClientRect()];
  box.scrollLeft += Math.min(0, inner.left - outer.left) + Math.max(0, inner.right - outer.right);
  box.scrollTop += Math.min(0, inner.top - outer.top) + Math.max(0, inner.bottom - outer.bottom);
}
