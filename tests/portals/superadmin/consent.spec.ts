import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { linkIn, newAddress } from '../support/mails.ts';
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

test('a yes said on the phone holds once its person confirms it from their address', async ({ page, request }) => {
  const [ask, email] = [await askAs(request, 'superadmin'), newAddress()];
  const { createCustomer } = await ask<{ createCustomer: { customer: { id: string } } }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }',
    { input: { kind: 'PERSON', name: `Nolwenn Prigent ${crypto.randomUUID().slice(0, 6)}`, email } },
  );
  const tab = `/customers/${createCustomer.customer.id}?tab=consents`;
  await signIn(page, 'superadmin', tab);
  const offers = page.getByRole('button', { name: /Offres et nouveautés, E-mail/ });
  await offers.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Preuve').fill('Appel du matin, texte lu.');
  await dialog.getByText('Confirmer par e-mail').click();
  await dialog.getByRole('button', { name: 'Noter' }).click();
  await expect(page.getByText('L’e-mail de confirmation est parti')).toBeVisible();
  await expect(offers).not.toContainText('Accord');
  await page.goto(await linkIn(ask, email, 'Confirmez votre accord'));
  await looksRight(page);
  await page.getByRole('button', { name: 'Je confirme' }).click();
  await expect(page.getByRole('heading', { name: 'Accord confirmé' })).toBeVisible();
  await page.goto(`/superadmin${tab}`);
  await expect(offers).toContainText('Accord');
});
