import { expect, type Page, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.slow(); // each look is two: in light and in dark

async function openCustomer(page: Page): Promise<void> {
  await signIn(page, 'superadmin', '/customers?q=boulangeries');
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByRole('heading', { name: 'Identité' })).toBeVisible();
}

async function looksRightIn(page: Page, tab: string, sign: string): Promise<void> {
  await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
  await expect(page.getByText(sign).first()).toBeVisible();
  await looksRight(page);
}

test('the customers, and the form for a new one, look right', async ({ page }) => {
  await signIn(page, 'superadmin', '/customers?q=boulangeries');
  await expect(page.locator('[data-row-link]').first()).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  await expect(page.getByRole('dialog').getByLabel('SIRET')).toBeVisible();
  await looksRight(page);
});

test('who a customer is, what happened and what they owe look right', async ({ page }) => {
  await openCustomer(page);
  await looksRight(page);
  await looksRightIn(page, 'Activité', 'Publier');
  await looksRightIn(page, 'Finances', 'Solde dû');
});

test('analytics, documents and consents look right', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the parts are those of the other tabs');
  await openCustomer(page);
  await looksRightIn(page, 'Analytique', 'RFM');
  await looksRightIn(page, 'Documents', 'Déposer des fichiers ici');
  await page.getByRole('button', { name: 'Compte rendu', exact: false }).first().click();
  await expect(page.getByRole('dialog').locator('canvas[data-drawn]').first()).toBeVisible();
  await looksRight(page);
  await page.keyboard.press('Escape');
  await looksRightIn(page, 'Consentements', 'Historique, jamais modifié');
  await page.getByRole('button', { name: /Offres et nouveautés, SMS/ }).click();
  await expect(page.getByRole('dialog').getByLabel('Preuve')).toBeVisible();
  await looksRight(page);
});
