import { expect, type Page, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

const openFirst = async (page: Page, list: string, link: string) => {
  await page.goto(`/revendeur${list}`);
  await page.locator(link).first().click();
  await expect(page).toHaveURL(/\/(customers|opportunities)\/[0-9a-f-]{36}/);
};

test.slow();

test('the dashboard and the pipeline are accessible and fit, light and dark', async ({ page }) => {
  await signIn(page, 'revendeur');
  await expect(page.getByRole('list', { name: 'À faire maintenant' })).toBeVisible();
  await looksRight(page);
  await page.goto('/revendeur/pipeline');
  await expect(page.getByRole('article').first()).toBeVisible();
  await looksRight(page);
  await openFirst(page, '/pipeline', 'article a');
  await expect(page.getByRole('heading', { name: 'Historique' })).toBeVisible();
  await looksRight(page);
  await page.goto('/revendeur/pipeline?new=first');
  await expect(page.getByRole('dialog', { name: 'Nouvelle opportunité' })).toBeVisible();
  await looksRight(page);
});

test('their own account is accessible and fits, light and dark', async ({ page }) => {
  await signIn(page, 'revendeur');
  for (const path of ['/account', '/account/security']) {
    await page.goto(`/revendeur${path}`);
    await looksRight(page);
  }
});

test('customers and a customer’s tabs are accessible and fit, light and dark', async ({ page }) => {
  await signIn(page, 'revendeur', '/customers');
  await expect(page.getByRole('link', { name: 'Boulangeries Lemarchand' })).toBeVisible();
  await looksRight(page);
  await openFirst(page, '/customers?q=kervella', '[data-row-link]');
  const tabs = page.getByRole('tab');
  await expect(tabs).toHaveCount(5);
  for (const tab of await tabs.all()) {
    await tab.click();
    await expect(page.getByRole('tabpanel').getByRole('status')).toHaveCount(0);
    await looksRight(page);
  }
});
