import { expect, type Page, test } from '@playwright/test';
import { askAs } from './support/ask.ts';
import { looksRight } from './support/looks.ts';
import { linkIn, newAccount, newAddress } from './support/mails.ts';
import { signIn } from './support/sign-in.ts';

async function enter(page: Page, email: string, password: string): Promise<void> {
  await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Mot de passe', { exact: true }).fill(password);
  await page.getByRole('button', { name: /^Entrer, / }).click();
}

test('a forgotten password is replaced by the link in the mail, once', async ({ page, request }) => {
  const { ask, email } = await newAccount(request);
  await page.goto('/prestataire/');
  await page.getByRole('link', { name: 'Mot de passe oublié ?' }).click();
  await looksRight(page);
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(page.getByText(`Si ${email} a un compte`)).toBeVisible();
  const link = await linkIn(ask, email, 'Choisir un nouveau mot de passe');
  await page.goto(link);
  const password = page.getByLabel('Nouveau mot de passe');
  await password.fill('motdepasse1');
  await expect(page.getByText('parmi ceux que l’on essaie en premier')).toBeVisible();
  await looksRight(page);
  await password.fill('encore quatre mots sans lien');
  await expect(page.getByText('Ce mot de passe convient.')).toBeVisible();
  await page.getByRole('button', { name: 'Enregistrer le mot de passe' }).click();
  await page.getByRole('link', { name: 'Se connecter' }).click();
  await enter(page, email, 'encore quatre mots sans lien');
  await expect(page.locator('main#contenu')).toBeVisible();
  await page.goto('/prestataire/');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Ce lien a déjà servi' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Demander un autre lien' })).toBeVisible();
});

test('an address changes when the old one and the new one say so', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'the same code');
  const { ask, email, password } = await newAccount(request);
  const fresh = newAddress();
  await page.goto('/prestataire/account');
  await enter(page, email, password);
  await page.getByRole('button', { name: 'Changer d’adresse' }).click();
  await page.getByLabel('Nouvelle adresse').fill(fresh);
  await page.getByLabel('Votre mot de passe').fill(password);
  await page.getByRole('button', { name: 'Envoyer les messages' }).click();
  await expect(page.getByText(`${email} : attendu`)).toBeVisible();
  await page.goto(await linkIn(ask, email, 'Changement d’adresse à confirmer'));
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await expect(page.getByRole('heading', { name: 'C’est confirmé de ce côté' })).toBeVisible();
  await page.goto('/prestataire/account');
  await expect(page.getByText(`${email} : confirmé`)).toBeVisible();
  await looksRight(page);
  await page.goto(await linkIn(ask, fresh, 'Confirmez votre nouvelle adresse'));
  await page.getByRole('button', { name: 'Confirmer' }).click();
  await expect(page.getByRole('heading', { name: 'Votre adresse a changé' })).toBeVisible();
  await page.goto('/prestataire/account');
  await expect(page.getByText(`Vous vous connectez avec ${fresh}.`)).toBeVisible();
});

test('a profile and a password are changed in one’s own account', async ({ page, request }) => {
  const { email, password } = await newAccount(request);
  await page.goto('/prestataire/account');
  await enter(page, email, password);
  await page.getByLabel('Téléphone').fill('12');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Numéro de téléphone incorrect')).toBeVisible();
  await page.getByLabel('Téléphone').fill('02 98 00 11 22');
  await page.getByLabel('Prénom et nom').fill('Yann Le Prigent');
  await page.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Votre profil est enregistré')).toBeVisible();
  await page.getByLabel('Mot de passe actuel').fill('pas le bon');
  await page.getByLabel('Nouveau mot de passe').fill('encore quatre mots sans lien');
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page.getByText('Ce n’est pas votre mot de passe.')).toBeVisible();
  await looksRight(page);
  await page.getByLabel('Mot de passe actuel').fill(password);
  await page.getByRole('button', { name: 'Changer le mot de passe' }).click();
  await expect(page.getByText('Votre mot de passe a changé')).toBeVisible();
});

test('accounts are opened by oneself only while a superadmin lets them', async ({ page, browser, request, isMobile }) => {
  test.skip(isMobile, 'one setting for all');
  const { ask } = await newAccount(request);
  const visitor = await (await browser.newContext({ locale: 'fr-FR' })).newPage();
  await visitor.goto('/client/register');
  await expect(visitor.getByRole('heading', { name: 'On n’ouvre pas de compte soi-même ici' })).toBeVisible();
  await signIn(page, 'superadmin', '/settings');
  const open = page.getByRole('switch', { name: 'Les clients ouvrent leur compte eux-mêmes' });
  await open.click({ force: true });
  await expect(open).toBeChecked();
  await looksRight(page);
  await visitor.goto('/client/');
  await visitor.getByRole('link', { name: 'Ouvrir un compte' }).click();
  const email = newAddress();
  await visitor.getByLabel('Prénom et nom').fill('Enora Bihan');
  await visitor.getByLabel('E-mail').fill(email);
  await visitor.getByLabel('Nouveau mot de passe').fill('quatre mots sans rapport');
  await looksRight(visitor);
  await visitor.getByRole('button', { name: 'Ouvrir le compte' }).click();
  await expect(visitor.getByRole('heading', { name: 'Regardez votre messagerie' })).toBeVisible();
  await visitor.goto(await linkIn(ask, email, 'Confirmez votre adresse'));
  await visitor.getByLabel('Mot de passe', { exact: true }).fill('quatre mots sans rapport');
  await visitor.getByRole('button', { name: 'Ouvrir le compte' }).click();
  await expect(visitor.getByRole('heading', { name: 'Bonjour Enora' })).toBeVisible();
  await open.click({ force: true });
  await expect(open).not.toBeChecked();
});

test('a client signs in by a link in a mail, once', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'the same pages');
  const ask = await askAs(request, 'superadmin');
  // Nothing but one more way in: what other tests do meanwhile is as it was.
  await ask('mutation { updateSettings(input: { magicLink: true }) { userErrors { message } } }');
  const email = newAddress();
  await ask('mutation ($input: CreateUserInput!) { createUser(input: $input) { userErrors { message } } }', {
    input: { name: 'Enora Bihan', email, roleKeys: ['client'] },
  });
  await page.goto('/client/');
  await page.getByRole('link', { name: 'Recevoir un lien de connexion' }).click();
  await page.getByLabel('E-mail').fill(email);
  await page.getByRole('button', { name: 'Envoyer le lien' }).click();
  await expect(page.getByText(`Si ${email} a un compte client`)).toBeVisible();
  const link = await linkIn(ask, email, 'Votre lien de connexion');
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Entrer dans Prisme' })).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('heading', { name: 'Bonjour Enora' })).toBeVisible();
  await page.goto(link);
  await expect(page.getByRole('heading', { name: 'Ce lien a déjà servi' })).toBeVisible();
});
