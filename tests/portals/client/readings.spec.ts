import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test('a client sees on which days their file was looked at, and by which role, not by whom', async ({ page }) => {
  await signIn(page, 'client', '/account');
  await page.getByRole('tab', { name: 'Consultations' }).click();
  await expect(page.getByText('Un prestataire').first()).toBeVisible();
  await expect(page.getByText('Yann Le Goff')).toHaveCount(0);
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});
