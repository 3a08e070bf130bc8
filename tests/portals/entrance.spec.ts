import { expect, test } from '@playwright/test';
import { looksRight } from './support/looks.ts';
import { signIn } from './support/sign-in.ts';

test('the door leads to the four portals', async ({ page }) => {
  await page.goto('/');
  for (const portal of ['client', 'prestataire', 'revendeur', 'superadmin'])
    await expect(page.locator(`a[href="/${portal}/"]`)).toBeVisible();
  await looksRight(page);
});

test('the sign-in page shows what is missing, and in English too', async ({ page }) => {
  await page.goto('/client/');
  await page.getByRole('button', { name: 'Entrer, portail client' }).click();
  await expect(page.getByText('À remplir').first()).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('button', { name: 'Enter the client portal' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('a wrong password is refused in words', async ({ page }) => {
  await page.goto('/client/');
  await page.getByLabel('E-mail').fill('client@prisme.demo');
  await page.getByLabel('Mot de passe', { exact: true }).fill('pas le bon');
  await page.getByRole('button', { name: 'Entrer, portail client' }).click();
  await expect(page.getByRole('alert').or(page.locator('.mantine-InputWrapper-error')).first()).toBeVisible();
});

test('who tries too often reads how long to wait', async ({ page, isMobile }) => {
  test.skip(isMobile, 'one address tries only so often');
  await page.goto('/client/');
  await page.getByLabel('E-mail').fill('personne@prisme.demo');
  const send = page.getByRole('button', { name: 'Entrer, portail client' });
  for (let i = 0; i < 6; i += 1) {
    await page.getByLabel('Mot de passe', { exact: true }).fill(`essai ${i}`);
    const answered = page.waitForResponse('**/graphql');
    await send.click();
    await answered;
  }
  await expect(page.getByText(/Trop d’essais\. Réessayez dans \d+ s\./)).toBeVisible();
  await looksRight(page);
});

for (const portal of ['client', 'prestataire', 'revendeur', 'superadmin'])
  test(`the page lets ${portal} in, where they meant to go`, async ({ page }) => {
    await page.goto(`/${portal}/account`);
    await page.getByLabel('E-mail').fill(`${portal}@prisme.demo`);
    await page.getByLabel('Mot de passe', { exact: true }).fill('prisme-demo-360');
    await page.getByRole('button', { name: /^Entrer/ }).click();
    await expect(page.getByRole('main').getByText(`${portal}@prisme.demo`).first()).toBeVisible();
    await expect(page).toHaveURL(`/${portal}/account`);
  });

test('the session survives a reload, and ends by signing out', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same code; the menu is in a drawer there');
  await signIn(page, 'superadmin');
  await page.reload();
  await expect(page.locator('main#contenu')).toBeVisible();
  await page.getByRole('button', { name: /superadmin@prisme\.demo/ }).click();
  await page.getByRole('menuitem', { name: 'Se déconnecter' }).click();
  await expect(page.getByLabel('E-mail')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('E-mail')).toBeVisible();
});

test('a portal that is not the viewer’s says so', async ({ page }) => {
  await signIn(page, 'client', '/', 'superadmin');
  await expect(page.getByRole('heading', { name: 'Ce portail n’est pas le vôtre' })).toBeVisible();
  await expect(page.locator('a[href="/client/"]')).toBeVisible();
  await looksRight(page);
});
