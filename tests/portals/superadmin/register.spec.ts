import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test('what the product does is in the register of processing; an activity is added, changed and found', async ({
  page,
  isMobile,
}) => {
  await signIn(page, 'superadmin', '/processing?q=journal d’audit');
  const rows = page.locator('[data-row]');
  await expect(rows).toHaveCount(1);
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByRole('heading', { level: 1, name: 'Journal d’audit et de sécurité' })).toBeVisible();
  await expect(page.getByText('Scellé par lots chaînés')).toBeVisible();
  await looksRight(page);

  await page.goto('/superadmin/processing/new');
  const name = `Vidéosurveillance du dépôt ${isMobile ? 'mobile' : 'bureau'}`;
  await page.getByRole('textbox', { name: 'Traitement', exact: true }).fill(name);
  await page.getByLabel('Finalités').fill('Protéger le dépôt.');
  await page.getByRole('checkbox', { name: 'Intérêt légitime' }).check();
  await page.getByLabel('Personnes concernées').fill('Visiteurs');
  await page.getByLabel('Catégories de données').fill('Images');
  await page.getByLabel('Durée de conservation').fill('Un mois');
  await page.getByLabel('Destinataires').fill('Direction');
  await page.getByLabel('Transferts hors de l’Union européenne').fill('Canada');
  await page.getByLabel('Comment les données sont protégées').fill('Local fermé à clé');
  await page.getByRole('button', { name: 'Inscrire au registre' }).click();
  // A transfer without what makes it lawful is refused at its field.
  await expect(page.getByText('Dites ce qui encadre ce transfert')).toBeVisible();
  await page.getByLabel('Ce qui encadre le transfert').fill('Décision d’adéquation');
  await page.getByRole('button', { name: 'Inscrire au registre' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByText('Décision d’adéquation')).toBeVisible();

  await page.getByRole('link', { name: 'Modifier', exact: true }).click();
  await page.getByLabel('Terminé le').fill('2020-01-01');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('La fin précède le début.')).toBeVisible();
  await page.getByLabel('Terminé le').fill('');
  await page.getByLabel('Durée de conservation').fill('Quinze jours');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Quinze jours')).toBeVisible();
  await looksRight(page);
});

test('a processor without a contract is seen, gets one, and the register is exported', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same drawer');
  await signIn(page, 'superadmin', '/processors?active=true&contract=false');
  const rows = page.locator('[data-row]');
  await expect(rows).toHaveCount(1);
  await expect(rows.first()).toContainText('Léman Support');
  await expect(rows.first()).toContainText('Sans contrat');
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByText('Décision d’adéquation de la Commission (Suisse).')).toBeVisible();
  await page.getByRole('button', { name: 'Modifier' }).click();
  const drawer = page.getByRole('dialog');
  await drawer.getByLabel('Ce qui encadre le transfert').fill('');
  await drawer.getByLabel('Contrat signé le').fill('2026-11-02');
  await drawer.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(drawer.getByText('Dites ce qui encadre ce transfert')).toBeVisible();
  await drawer.getByLabel('Ce qui encadre le transfert').fill('Clauses contractuelles types');
  await drawer.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Clauses contractuelles types')).toBeVisible();
  await expect(page.getByText('2 nov. 2026', { exact: true })).toBeVisible();
  await looksRight(page);

  await page.goto('/superadmin/processors');
  await page.getByRole('button', { name: 'Exporter le registre' }).click();
  await page.getByRole('dialog').getByRole('radio', { name: /^PDF/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: /Télécharger/ })).toBeVisible();
});
