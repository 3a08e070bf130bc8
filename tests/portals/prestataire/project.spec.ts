import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test('a project is read, and talked about', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same code');
  await signIn(page, 'prestataire', '/projects');
  await page.getByRole('searchbox').fill('quai froid');
  await expect(page.locator('[data-row]')).toHaveCount(1);
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByRole('region', { name: 'Mes missions' }).getByRole('link').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Étapes' }).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByText(/budget/i)).toHaveCount(0);

  const field = page.getByLabel('Écrire au client et à l’équipe');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');
  await field.fill('Le quai 1 tient sa consigne.');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(field).toHaveValue('');
  await expect(page.getByRole('log')).toContainText('Le quai 1 tient sa consigne.');
});
