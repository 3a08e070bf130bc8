import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { looksRight } from './support/looks.ts';
import { letterTo, type Newcomer, newcomer } from './support/newcomer.ts';
import { signIn } from './support/sign-in.ts';

test.describe.configure({ timeout: 90_000 });

async function enter(page: Page, { email, password }: Newcomer): Promise<void> {
  await page.locator('input[name="email"]').fill(email);
  await page.locator('input[name="password"]').fill(password);
  await page.getByRole('button', { name: 'Entrer, portail client' }).click();
}

/** As after signing out: the session’s cookie goes, that of the browser stays. */
async function leave(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'prisme' });
  await page.reload();
  await expect(page.locator('input[name="email"]')).toBeVisible();
}

const security = (page: Page) => expect(page.getByRole('heading', { name: 'Sécurité', level: 1 })).toBeVisible();

async function open(page: Page, who: Newcomer, origin = ''): Promise<void> {
  await page.goto(`${origin}/client/account/security`);
  await enter(page, who);
  await security(page);
}

test('an app is set up, asked for at sign-in, done without by a recovery code, and spared on a trusted device', async ({
  page,
  request,
}) => {
  const anna = await newcomer(request, 'client', 'Anna Le Goff');
  await open(page, anna);
  await page.getByRole('button', { name: 'Associer une application' }).click();
  await page.getByLabel('Votre mot de passe').fill(anna.password);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('img', { name: 'Code QR à scanner' })).toBeVisible();
  await looksRight(page);
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  const app = new TOTP({ secret: Secret.fromBase32(secret) });
  await page.getByLabel('Code affiché par l’application').fill(app.generate());
  await page.getByRole('button', { name: 'Activer' }).click();
  const codes = page.getByRole('list', { name: 'Vos dix codes de secours' }).getByRole('listitem');
  await expect(codes).toHaveCount(10);
  const recovery = await codes.first().innerText();
  await looksRight(page);
  await page.getByRole('button', { name: 'Je les ai gardés' }).click();
  await expect(page.getByText('10 codes encore utilisables')).toBeVisible();

  await leave(page);
  await enter(page, anna);
  await expect(page.getByRole('heading', { name: 'Confirmez que c’est bien vous' })).toBeVisible();
  await page.getByLabel('Code à six chiffres').fill('000000');
  await page.getByRole('button', { name: 'Entrer, portail client' }).click();
  await expect(page.getByText('Code incorrect, ou déjà utilisé')).toBeVisible();
  await looksRight(page);
  await page.getByLabel('Code à six chiffres').fill(app.generate({ timestamp: Date.now() + 30_000 }));
  await page.getByRole('button', { name: 'Entrer, portail client' }).click();
  await security(page);

  await leave(page);
  await enter(page, anna);
  await page.getByRole('button', { name: 'Utiliser un code de secours' }).click();
  await page.getByLabel('Code de secours', { exact: true }).fill(recovery.toLowerCase());
  await page.getByLabel('Ne plus demander sur cet appareil').check();
  await page.getByRole('button', { name: 'Entrer, portail client' }).click();
  await expect(page.getByText('9 codes encore utilisables')).toBeVisible();
  await leave(page);
  await enter(page, anna);
  await security(page);
  await page.getByRole('button', { name: /^Oublier / }).click();
  await expect(page.getByRole('heading', { name: 'Appareils de confiance' })).toHaveCount(0);
});

/** A passkey has a name, not a number: the product is at localhost too. */
const named = (baseURL: string | undefined) => (baseURL ?? '').replace('127.0.0.1', 'localhost');

async function authenticator(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const options = { hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true };
  await cdp.send('WebAuthn.addVirtualAuthenticator', { options: { protocol: 'ctap2', transport: 'internal', ...options } });
}

test('a passkey is added, signs in alone and after the password, is renamed and removed', async ({ page, request, baseURL }) => {
  const bruno = await newcomer(request, 'client', 'Bruno Kerjean');
  await authenticator(page);
  await open(page, bruno, named(baseURL));
  await page.getByRole('button', { name: 'Ajouter une clé d’accès' }).click();
  await page.getByLabel('Nom', { exact: true }).fill('Téléphone');
  await page.getByLabel('Votre mot de passe').fill(bruno.password);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await page.getByRole('button', { name: 'Je les ai gardés' }).click();
  await expect(page.getByText('Téléphone', { exact: true })).toBeVisible();
  await expect(page.getByText('Active', { exact: true })).toBeVisible();
  await looksRight(page);

  await leave(page);
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
  await security(page);
  await leave(page);
  await enter(page, bruno);
  await expect(page.getByRole('heading', { name: 'Confirmez que c’est bien vous' })).toBeVisible();
  await page.getByRole('button', { name: 'Utiliser une clé d’accès' }).click();
  await security(page);

  await page.getByRole('button', { name: 'Actions pour Téléphone' }).click();
  await page.getByRole('menuitem', { name: 'Renommer' }).click();
  await page.getByLabel('Nom', { exact: true }).fill('Clé du bureau');
  await page.getByRole('button', { name: 'Renommer' }).click();
  await page.getByRole('button', { name: 'Actions pour Clé du bureau' }).click();
  await page.getByRole('menuitem', { name: 'Supprimer' }).click();
  await page.getByLabel('Votre mot de passe').fill(bruno.password);
  await page.getByRole('button', { name: 'Supprimer' }).click();
  await expect(page.getByText('Clé du bureau')).toHaveCount(0);
  await expect(page.getByText('Inactive', { exact: true })).toBeVisible();
});

test('sessions elsewhere are ended from here, and by the link in the mail about them', async ({
  page,
  request,
  browser,
  baseURL,
}) => {
  const clara = await newcomer(request, 'client', 'Clara Tanguy');
  await open(page, clara);
  const contexts: BrowserContext[] = [];
  const elsewhere = async (): Promise<Page> => {
    const context = await browser.newContext({ baseURL, locale: 'fr-FR' });
    contexts.push(context);
    const other = await context.newPage();
    await open(other, clara);
    return other;
  };
  const isOut = async (other: Page) => {
    await other.reload();
    await expect(other.locator('input[name="email"]')).toBeVisible();
  };

  const first = await elsewhere();
  await page.reload();
  await page.getByRole('button', { name: /^Déconnecter Chrom/ }).click();
  await expect(page.getByRole('button', { name: /^Déconnecter Chrom/ })).toHaveCount(0);
  await isOut(first);

  const second = await elsewhere();
  await page.reload();
  await page.getByRole('button', { name: 'Déconnecter partout ailleurs' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Déconnecter partout ailleurs' }).click();
  await isOut(second);

  const known = (await letterTo(request, clara.email, /Nouvelle connexion/)).text;
  const third = await elsewhere();
  let link = '';
  await expect
    .poll(async () => {
      const { text } = await letterTo(request, clara.email, /Nouvelle connexion/);
      link = text === known ? '' : (/\/client\/end-session#[\w-]+/.exec(text)?.[0] ?? '');
      return link;
    })
    .not.toBe('');
  const letter = await browser.newContext({ baseURL, locale: 'fr-FR' });
  contexts.push(letter);
  const linked = await letter.newPage();
  await linked.goto(link);
  await looksRight(linked);
  await linked.getByRole('button', { name: 'Mettre fin à cette session' }).click();
  await expect(linked.getByRole('heading', { name: 'La session est terminée' })).toBeVisible();
  await isOut(third);
  await linked.goto('about:blank');
  await linked.goto(link);
  await linked.getByRole('button', { name: 'Mettre fin à cette session' }).click();
  await expect(linked.getByRole('alert')).toContainText('Ce lien a déjà servi');
  for (const context of contexts) await context.close();
});

test('every portal has the page, and its menu leads there', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the menu is in a drawer there');
  for (const role of ['prestataire', 'revendeur', 'superadmin'] as const) {
    await page.context().clearCookies();
    await signIn(page, role);
    await page.getByRole('button', { name: new RegExp(`${role}@prisme`) }).click();
    await page.getByRole('menuitem', { name: 'Sécurité du compte' }).click();
    await security(page);
  }
  await looksRight(page);
});
