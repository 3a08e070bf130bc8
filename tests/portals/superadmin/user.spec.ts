import { expect, type Page, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.skip(({ isMobile }) => isMobile, 'the same forms, one below the other');

const unique = () => Math.random().toString(36).slice(2, 8);
const act = async (page: Page, name: string | RegExp) => {
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name }).click();
};

test('an account is made, changed, suspended, and goes', async ({ page }) => {
  const name = `Nolwenn ${unique()}`;
  await signIn(page, 'superadmin', '/users');
  await page.getByRole('link', { name: 'Nouvel utilisateur' }).click();
  await page.getByRole('textbox', { name: 'Nom' }).fill(name);
  await page.getByRole('textbox', { name: 'E-mail' }).fill('client@prisme.demo');
  await page.getByLabel('Équipe').check();
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(page.getByText('Un compte existe déjà avec cette adresse.')).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail' }).fill(`${unique()}@groupe-helia.example`);
  await page.getByRole('button', { name: 'Créer le compte' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await looksRight(page);

  await page.getByRole('button', { name: 'Modifier' }).click();
  await page.getByLabel('Téléphone').fill('02 98 00 11 22');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('02 98 00 11 22')).toBeVisible();

  await act(page, 'Rôles');
  await page.getByLabel('Responsable').check();
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByRole('region', { name: 'Responsable' })).toBeVisible();

  await act(page, 'Suspendre');
  await page.getByRole('dialog').getByRole('button', { name: 'Suspendre' }).click();
  await expect(page.getByText('Suspendu', { exact: true })).toBeVisible();

  await act(page, 'Supprimer le compte');
  await expect(page.getByRole('dialog').getByText('Rien n’est à son nom')).toBeVisible();
  await page
    .getByRole('dialog')
    .getByLabel(/pseudonyme/)
    .check();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer le compte' }).click();
  await expect(page.getByRole('heading', { level: 1, name: /Ancien compte/ })).toBeVisible();
  await expect(page.getByText('Supprimé', { exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Modifier' })).toHaveCount(0);
});

test('a role is made from the catalogue, and says what changes before it counts', async ({ page }) => {
  const key = `essai-${unique()}`;
  await signIn(page, 'superadmin', '/roles');
  await page.getByRole('link', { name: 'Nouveau rôle' }).click();
  await page.getByRole('textbox', { name: 'Nom' }).fill('Comptable');
  await page.getByRole('textbox', { name: 'Clé' }).fill(key);
  await page.getByLabel('Chercher un droit').fill('facture');
  await page.getByLabel('Voir les factures').check();
  await expect(page.getByRole('list', { name: 'Ce qui change' })).toHaveText('+ invoice.read');
  await page.getByRole('button', { name: 'Créer le rôle' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Comptable' })).toBeVisible();
  await expect(page.getByText('Aucun droit ne change.')).toBeVisible();
  await page.getByLabel('Voir les factures').uncheck();
  await expect(page.getByRole('list', { name: 'Ce qui change' })).toHaveText('− invoice.read');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Aucun droit ne change.')).toBeVisible();
  await page.getByRole('button', { name: 'Supprimer le rôle' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Supprimer le rôle' }).click();
  await expect(page).toHaveURL(/\/superadmin\/roles$/);
});

test('the product is seen as somebody, read-only, in a tab of its own', async ({ page, context }) => {
  await signIn(page, 'superadmin', '/users?q=kervella');
  await page.getByRole('link', { name: 'Maëlle Kervella' }).click();
  const opened = context.waitForEvent('page');
  await act(page, /Voir comme cette personne/);
  const view = await opened;
  const banner = view.getByRole('complementary', { name: 'Vue en tant que quelqu’un d’autre' });
  await expect(banner).toContainText('Vous voyez Prisme comme Maëlle Kervella, en lecture seule.');
  await expect(view.getByRole('heading', { level: 1 })).toContainText('Bonjour Maëlle');
  await looksRight(view);
  await view.clock.install();
  await view.reload();
  await expect(banner).toBeVisible();
  await view.clock.fastForward('16:00');
  await expect(view.getByRole('heading', { name: 'La vue est terminée' })).toBeVisible();
  await view.clock.setSystemTime(new Date());
  await view.getByRole('button', { name: 'Voir encore' }).click();
  await expect(banner).toBeVisible();
  // Whoever looks goes on as themselves beside it.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Maëlle Kervella');
  await banner.getByRole('button', { name: 'Arrêter' }).click();
  await expect(view).toHaveURL(/\/superadmin\/users\/[0-9a-f-]{36}$/);
  await expect(banner).toHaveCount(0);
});

test('who sees what is explained by the rule that decides', async ({ page }) => {
  await signIn(page, 'superadmin', '/users?q=kervella');
  await page.getByRole('link', { name: 'Maëlle Kervella' }).click();
  await expect(page).toHaveURL(/\/users\/[0-9a-f-]{36}$/);
  const address = page.url();
  await act(page, 'Que voit cette personne ?');
  await page.getByRole('combobox', { name: 'Type de fiche' }).fill('Utilisateur');
  await page.getByRole('option', { name: 'Utilisateur' }).click();
  await page.getByRole('combobox', { name: 'Champ' }).fill('email');
  await page.getByRole('option', { name: 'email', exact: true }).click();
  await page.getByRole('textbox', { name: 'Fiche' }).fill(address);
  await page.getByRole('button', { name: 'Expliquer' }).click();
  await expect(page.getByText(/ne voit pas ce champ : Le rôle Client n’a pas le droit user\.read/)).toBeVisible();
  await looksRight(page);
});

test('a person with two roles changes portals without signing in again', async ({ page }) => {
  await signIn(page, 'revendeur');
  await page.getByRole('button', { name: /Soazig Hénaff/ }).click();
  await page.getByRole('menuitem', { name: 'Prestataire' }).click();
  await expect(page).toHaveURL(/\/prestataire\//);
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Aujourd’hui');
  await expect(page.getByRole('button', { name: /Soazig Hénaff/ })).toBeVisible();
});
