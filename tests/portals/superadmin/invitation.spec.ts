import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { linkIn, newAddress } from '../support/mails.ts';
import { signIn } from '../support/sign-in.ts';

test('somebody of a customer is invited, accepts, and sees that customer’s projects', async ({ page, browser, request }) => {
  test.slow(); // three looks, each in light and in dark
  const ask = await askAs(request, 'superadmin');
  const email = newAddress();
  await signIn(page, 'superadmin', '/invitations');
  await page.getByRole('button', { name: 'Inviter' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(dialog.getByText('Adresse e-mail incorrecte.')).toBeVisible();
  await dialog.getByLabel('E-mail').fill(email);
  await dialog.getByRole('combobox', { name: 'Client' }).fill('Transports Kervella');
  // On a phone the list of a field follows it while the page is laid out: never still enough for a mouse.
  await page.getByRole('option', { name: /Transports Kervella/ }).dispatchEvent('click');
  await expect(dialog.getByRole('checkbox', { name: 'Finances' })).toBeChecked();
  await dialog.getByRole('checkbox', { name: 'Finances' }).uncheck();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Envoyer l’invitation' }).click();
  await expect(page.getByText(`Invitation envoyée à ${email}`)).toBeVisible();
  await expect(page.locator('[data-row]').filter({ hasText: email })).toContainText('En attente');
  await looksRight(page);

  const guest = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const { viewer } = await ask<{ viewer: { name: string } }>('{ viewer { name } }');
  const link = await linkIn(ask, email, `${viewer.name} vous invite sur Prisme`);
  await guest.goto(link);
  await expect(guest.getByText(email)).toBeVisible();
  await guest.getByLabel('Prénom et nom').fill('Enora Bihan');
  await guest.getByLabel('Nouveau mot de passe').fill('quatre mots sans rapport');
  await expect(guest.getByText('Ce mot de passe convient.')).toBeVisible();
  await looksRight(guest);
  await guest.getByRole('button', { name: 'Ouvrir le compte' }).click();
  await expect(guest.getByRole('heading', { name: 'Bonjour Enora' })).toBeVisible();
  await guest.goto('/client/projects');
  await expect(guest.locator('[data-row]').first()).toBeVisible();
  await guest.goto(link);
  await expect(guest.getByRole('heading', { name: 'Cette invitation a déjà été acceptée' })).toBeVisible();

  await page.reload();
  await expect(page.locator('[data-row]').filter({ hasText: email })).toContainText('Acceptée');
});

test('an invitation is sent again, and revoked', async ({ page, browser, request, isMobile }) => {
  test.skip(isMobile, 'the same code');
  const ask = await askAs(request, 'superadmin');
  const email = newAddress();
  await ask('mutation ($input: InviteUserInput!) { inviteUser(input: $input) { userErrors { message } } }', {
    input: { email, roleKey: 'revendeur' },
  });
  await signIn(page, 'superadmin', `/invitations?q=${email}`);
  await page.getByRole('button', { name: `Actions pour ${email}` }).click();
  await page.getByRole('menuitem', { name: 'Renvoyer' }).click();
  await expect(page.getByText(`Invitation renvoyée à ${email}`)).toBeVisible();
  await page.getByRole('button', { name: `Actions pour ${email}` }).click();
  await page.getByRole('menuitem', { name: 'Annuler l’invitation' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Annuler l’invitation' }).click();
  await expect(page.locator('[data-row]').filter({ hasText: email })).toContainText('Annulée');
  const guest = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  const { viewer } = await ask<{ viewer: { name: string } }>('{ viewer { name } }');
  await guest.goto(await linkIn(ask, email, `${viewer.name} vous invite sur Prisme`));
  await expect(guest.getByRole('heading', { name: 'Cette invitation a été annulée' })).toBeVisible();
});
