import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test('an e-mail is refused without the consent it needs, and sent where a contract covers it', async ({ page }) => {
  const name = `Courrier ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'superadmin', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('Nom').fill(name);
  await form.getByLabel('E-mail', { exact: true }).fill('bonjour@courrier.example');
  await form.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: 'Envoyer un e-mail' }).click();
  const composer = page.getByRole('dialog', { name: 'Écrire un e-mail' });
  await composer.getByRole('combobox', { name: 'Modèle' }).click();
  // On a phone the list of a field follows it while the page is laid out: never still enough for a mouse.
  await page.getByRole('option', { name: 'Offre d’entretien (FR)' }).dispatchEvent('click');
  await expect(composer.getByText('Cet e-mail ne peut pas être envoyé')).toBeVisible();
  await expect(composer.getByText(`Un contrat d’entretien pour ${name} ?`)).toBeVisible();
  await composer.getByRole('button', { name: 'Envoyer' }).click();
  await expect(composer.getByText('n’a pas donné son accord', { exact: false })).toHaveCount(2);

  await composer.getByRole('combobox', { name: 'Modèle' }).click();
  await page.getByRole('option', { name: 'Après un rendez-vous (FR)' }).dispatchEvent('click');
  await expect(composer.getByText('Cet e-mail ne peut pas être envoyé')).toHaveCount(0);
  await expect(composer.frameLocator('iframe').getByText(`Bonjour ${name},`)).toBeVisible();
  await composer.getByRole('button', { name: 'Envoyer' }).click();
  await expect(composer).toHaveCount(0);
  await page.getByRole('tab', { name: /^Activité/ }).click();
  await expect(page.getByText(`E-mail « Suite à notre rendez-vous » à ${name}`)).toBeVisible();
});

test('a template names the variable that nobody knows, and shows examples', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the same form');
  const name = `Modèle ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'superadmin', '/email-templates/new');
  await page.getByLabel('Nom', { exact: false }).first().fill(name);
  await page.getByLabel('Objet').fill('Pour {{prix}}');
  await page.getByLabel('Texte').fill('Bonjour ');
  await page.getByRole('button', { name: 'Nom du destinataire' }).click();
  await expect(page.frameLocator('iframe').getByText('Bonjour Maëlle Kervella')).toBeVisible();
  await page.getByRole('button', { name: 'Créer le modèle' }).click();
  await expect(page.getByText('Variable inconnue : prix.')).toBeVisible();
  await page.getByLabel('Objet').fill('Pour vous');
  await page.getByRole('button', { name: 'Créer le modèle' }).click();
  await expect(page.getByRole('link', { name })).toBeVisible();
  await looksRight(page);
});
