import { expect, test } from '@playwright/test';
import { drawn, looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.slow(); // looks are taken in light and in dark

test('how a customer does, what is to be expected of them, and what it rests on', async ({ page }) => {
  await signIn(page, 'superadmin', '/customers?q=kervella');
  await page.locator('[data-row-link]').first().click();
  await page.getByRole('tab', { name: /^Analytique/ }).click();
  const health = page.getByRole('region', { name: 'Santé', exact: true });
  await expect(health.getByText('Rythme')).toBeVisible();
  await expect(health.getByText('sur 100').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Habitudes', exact: true }).getByText('Panier moyen')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Prévisions', exact: true })).toBeVisible();
  await drawn(page);
  await looksRight(page);

  const about = page.getByText('Les modèles et leur contrôle');
  if (await about.isVisible()) {
    await about.click();
    await expect(page.getByRole('heading', { name: 'BG/NBD' })).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Prévu contre réalisé' })).toBeVisible();
    await looksRight(page);
  }
});

test('the weights of health are looked at, and two at least must count', async ({ page }) => {
  await signIn(page, 'superadmin', '/customers?q=kervella');
  await page.locator('[data-row-link]').first().click();
  await page.getByRole('tab', { name: /^Analytique/ }).click();
  await page.getByRole('button', { name: 'Pondérer les critères' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Rythme')).toHaveValue('30');
  for (const factor of ['Rythme', 'Tendance', 'Paiement']) await dialog.getByLabel(factor).fill('0');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Deux critères au moins doivent compter.')).toBeVisible();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Annuler' }).click();
  await expect(dialog).toBeHidden();
});
