import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The rest of a page is the same in light and in dark. */
const ofColour = ['color-contrast', 'link-in-text-block'];

/** What the address names is drawn: not the mark shown while the session opens, nor the bars shown while rows come. */
export async function drawn(page: Page): Promise<void> {
  // Asked at each frame: an expectation asks up to a second after it holds.
  await page.waitForFunction(
    () => document.querySelector('main:not([aria-busy]) h1') && !document.querySelector('[aria-busy="true"]'),
  );
}

/** No violation of accessibility, and nothing wider than the window: in light, then in dark. */
export async function looksRight(page: Page): Promise<void> {
  await drawn(page);
  for (const scheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
    await page.evaluate(() => document.fonts.ready);
    // A colour on its way from one scheme to the other has the contrast of neither.
    await page.evaluate(() =>
      Promise.allSettled(document.getAnimations().flatMap((one) => (one instanceof CSSTransition ? one.finished : []))),
    );
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider, 'wider than the window').toBeLessThanOrEqual(0);
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('button, input:not([type="checkbox"], [type="radio"], [type="file"])')]
        .filter((one) => one.checkVisibility() && /outset|inset/.test(getComputedStyle(one).borderStyle))
        .map((one) => one.outerHTML),
    );
    expect(bare, 'as the browser draws it, without the rules of its part').toEqual([]);
    const looked = await axe(page);
    const { violations } = await (scheme === 'light' ? looked.withTags(rules) : looked.withRules(ofColour)).analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  }
}

/** While a dialog is open nobody reaches what lies behind it, and what its page hides half of there says nothing. */
async function axe(page: Page): Promise<AxeBuilder> {
  // One pass over the page without a second page to gather it in, and without the list of all that is right: half the time.
  const all = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode();
  if ((await page.locator('[role="dialog"][aria-modal="true"]:visible').count()) > 0)
    return all.include('[role="dialog"][aria-modal="true"]');
  // Scrolled on, a page has buttons of which its header hides all but a strip.
  await page.evaluate(() => window.scrollTo(0, 0));
  return all;
}
