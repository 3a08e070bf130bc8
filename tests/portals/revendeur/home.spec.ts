import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';
import { column } from './support.ts';

test('the dashboard says what to do, and leads there', async ({ page }) => {
  await signIn(page, 'revendeur');
  await expect(page.getByRole('heading', { name: /^Bonjour/ })).toBeVisible();
  await expect(page.getByText('Montants par étape')).toBeVisible();
  const todo = page.getByRole('list', { name: 'À faire maintenant' });
  await todo.getByRole('link', { name: 'Relancer' }).first().click();
  await expect(page.getByRole('heading', { name: 'Historique' })).toBeVisible();
});

test('on a phone one stage is shown at a time', async ({ page, isMobile }) => {
  test.skip(!isMobile, 'a narrow window');
  await signIn(page, 'revendeur', '/pipeline');
  await expect(column(page, 'Prospection')).toBeVisible();
  await expect(column(page, 'Négociation')).toHaveCount(0);
  await page
    .getByRole('group', { name: 'Colonne' })
    .getByRole('button', { name: /Négociation/ })
    .click();
  await expect(column(page, 'Négociation')).toBeVisible();
  await expect(page.getByRole('link', { name: 'Contrat cadre, six magasins' })).toBeVisible();
});

test('Ctrl K finds a deal and begins a customer; all of it in English too', async ({ page, isMobile }) => {
  test.skip(isMobile, 'a keyboard');
  await signIn(page, 'revendeur', '/customers');
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('Aller, chercher, agir…').fill('quai froid');
  await page.getByRole('button', { name: /Quai froid, tranche 2/ }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Quai froid, tranche 2' })).toBeVisible();

  await page.evaluate(() => localStorage.setItem('prisme.language', 'en'));
  await page.goto('/revendeur/pipeline');
  await expect(page.getByRole('heading', { level: 1, name: 'Opportunities' })).toBeVisible();
  await expect(column(page, 'Prospecting')).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('button', { name: 'New customer' }).click();
  await expect(page.getByRole('dialog', { name: 'New customer' })).toBeVisible();
});
