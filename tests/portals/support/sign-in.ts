import { expect, type Page } from '@playwright/test';

export type Role = 'client' | 'prestataire' | 'revendeur' | 'superadmin';

const password = 'prisme-demo-360';

/**
 * Signs in as a demo account through the sign-in page, and waits until it is left. Each test opens a session of
 * its own: the refresh cookie rotates at each use, so a kept one would be spent by the first test that takes it.
 */
export async function signIn(page: Page, role: Role, path = '/', portal: Role = role): Promise<void> {
  await page.goto(`/${portal}${path}`);
  await page.locator('input[name="email"]').fill(`${role}@prisme.demo`);
  await page.locator('input[name="password"]').fill(password);
  await page.locator('button[type="submit"]').click();
  await expect(page.locator('input[name="email"]')).toHaveCount(0);
}
