import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test('the register is searched and filtered, and leads to the customer', async ({ page, isMobile }) => {
  await signIn(page, 'superadmin', '/consents?q=Kervella');
  const rows = page.locator('[data-row]');
  await expect(rows.first()).toContainText('Transports Kervella');
  await page.goto('/superadmin/consents?q=Kervella&action=WITHDRAWN&channel=SMS');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('Refus');
  if (!isMobile) await expect(rows.first()).toContainText('portail client');
  await page.locator('[data-row-link]').first().click();
  await expect(page).toHaveURL(/\/customers\/.*tab=consents/);
  const gate = page.getByRole('region', { name: 'Peut-on le contacter ?' }).first();
  await expect(gate.getByRole('row', { name: /^Prestations et contrats/ })).toContainText('contrat');
  await expect(gate.getByRole('row', { name: /^Offres et nouveautés/ })).toContainText('accord retiré');
  // Two months ago they had not withdrawn yet.
  const before = new Date(Date.now() - 60 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel('Réponse à la fin de cette journée').fill(before);
  await expect(gate.getByRole('row', { name: /^Offres et nouveautés/ })).not.toContainText('accord retiré');
});

test('a purpose is changed, a text published as a new version, and the register exported', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same dialogs');
  await signIn(page, 'superadmin', '/purposes');
  const section = page.getByRole('region', { name: 'Étude des achats' });
  await section.getByRole('button', { name: 'Modifier' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Durée d’un nouvel accord, en mois').fill('24');
  await dialog.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(section).toContainText('24 mois');
  await section.getByRole('button', { name: 'Nouveau texte' }).click();
  await dialog.getByLabel('En français').fill('J’accepte que mes achats soient étudiés pour m’être utiles, et rien d’autre.');
  await dialog.getByRole('button', { name: 'Publier' }).click();
  await expect(section).toContainText('2 versions du texte');
  await section.getByText('2 versions du texte').click();
  await expect(section).toContainText('et rien d’autre');
  await looksRight(page);
  await page.goto('/superadmin/consents?action=WITHDRAWN');
  await page.getByRole('button', { name: 'Exporter le registre' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Exporter', exact: true }).click();
  await expect(page.getByRole('dialog').getByRole('link', { name: /Télécharger/ })).toBeVisible();
});
