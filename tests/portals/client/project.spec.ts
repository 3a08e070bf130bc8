import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test('a client follows a project and writes to the team', async ({ page }) => {
  const words = `Le quai est libre dès 7 h. (${crypto.randomUUID().slice(0, 8)})`;
  await signIn(page, 'client', '/projects?status=IN_PROGRESS');
  await page.getByRole('link', { name: 'Rénovation du quai froid' }).click();
  await expect(page.getByRole('heading', { name: 'Groupe du quai 2 posé' })).toBeVisible();
  const field = page.getByLabel('Écrire à l’équipe…');
  await field.fill('   ');
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(field).toHaveAttribute('aria-invalid', 'true');

  await field.fill(words);
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByRole('log').getByText(words)).toBeVisible();
  await expect(field).toHaveValue('');
  await page.reload();
  await expect(page.getByRole('log').getByText(words)).toBeVisible();
});

test('a comment that does not arrive comes back into its field', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same code');
  await signIn(page, 'client', '/projects');
  await page.locator('[data-row-link]').first().click();
  const field = page.getByLabel('Écrire à l’équipe…');
  await field.fill('Perdu en route ?');
  await page.route('**/graphql', (route) =>
    route.request().postData()?.includes('Perdu en route') ? route.abort() : route.continue(),
  );
  await page.getByRole('button', { name: 'Envoyer' }).click();
  await expect(page.getByText('Vérifiez la connexion')).toBeVisible();
  await expect(field).toHaveValue('Perdu en route ?');
  await expect(page.getByRole('log').getByText('Perdu en route ?')).toHaveCount(0);
});

test('the history and the files of a project', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same code');
  await signIn(page, 'client', '/projects');
  await page.getByRole('link', { name: 'Rénovation du quai froid' }).click();
  await page.getByRole('tab', { name: 'Historique' }).click();
  await expect(page.getByText('Étape prévue :').first()).toBeVisible();
  await page.getByRole('tab', { name: /Fichiers/ }).click();
  await expect(page.getByRole('button', { name: 'PV de réception, quai 1.pdf', exact: true })).toBeVisible();
});
