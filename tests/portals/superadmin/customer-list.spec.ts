import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';

test('search, filter and sort are in the address, and come back with it', async ({ page, isMobile }) => {
  await signIn(page, 'superadmin', '/customers');
  const rows = page.locator('[data-row]');
  await expect(rows.first()).toBeVisible();
  await page.getByPlaceholder('Nom, SIRET, e-mail, téléphone…').fill('boulangerie');
  await expect(page).toHaveURL(/q=boulangerie/);
  await expect(page.locator('[data-row-link]').first()).toContainText(/boulang/i);

  await page.getByRole('button', { name: 'Filtre', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Société' }).click();
  await expect(page).toHaveURL(/kind=COMPANY/);
  if (!isMobile) {
    await page.getByRole('button', { name: 'Référence' }).click();
    await expect(page).toHaveURL(/sort=REFERENCE/);
    await expect(page.locator('th[aria-sort="ascending"]')).toHaveText('Référence');
  }
  const found = await page.locator('[data-row-link]').allTextContents();
  await page.reload();
  await expect(page.locator('[data-row-link]')).toHaveText(found);

  await page.goto('/superadmin/customers?q=zzzzqqqq');
  await expect(page.getByText('Rien ne correspond')).toBeVisible();
  await page.getByRole('button', { name: 'Tout effacer' }).last().click();
  await expect(rows.first()).toBeVisible();
});

test('two customers are deactivated at once, and that is undone', async ({ page, isMobile }) => {
  test.skip(isMobile, 'several are chosen in the table only');
  await signIn(page, 'superadmin', '/customers?status=ACTIVE&sort=-REFERENCE');
  await expect(page.locator('[data-row-link]').first()).toBeVisible();
  const names = await page.locator('[data-row-link]').allTextContents();
  const [first = '', second = ''] = names;
  await page.getByRole('checkbox', { name: `Sélectionner ${first}`, exact: true }).check();
  await page.getByRole('checkbox', { name: `Sélectionner ${second}`, exact: true }).check();
  await page.getByRole('button', { name: 'Désactiver' }).click();
  await expect(page.getByText('2 clients désactivés')).toBeVisible();
  await expect(page.getByRole('link', { name: first, exact: true })).toHaveCount(0);
  await page.getByRole('button', { name: 'Annuler' }).click();
  await expect(page.getByRole('link', { name: first, exact: true })).toBeVisible();
  await expect(page.getByRole('link', { name: second, exact: true })).toBeVisible();
});

test('a customer with a wrong SIRET is refused at its field, then made', async ({ page, isMobile }) => {
  await signIn(page, 'superadmin', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  const form = page.getByRole('dialog');
  const name = `Essai ${isMobile ? 'mobile' : 'bureau'} ${Date.now()}`;
  await form.getByLabel('Nom').fill(name);
  // Said while one types, before anything is sent.
  await form.getByLabel('SIRET').fill('732 829 320');
  await expect(form.getByText('C’est un SIREN')).toBeVisible();
  await form.getByLabel('SIRET').fill('123 456 789 00012');
  await form.getByLabel('E-mail').fill('pas une adresse');
  await form.getByRole('button', { name: 'Créer le client' }).click();
  await expect(form.getByText('Ce SIRET est incorrect')).toBeVisible();
  await expect(form.getByLabel('E-mail')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('SIRET').fill('');
  await form.getByLabel('E-mail').fill('bonjour@essai.example');
  await form.getByLabel('Téléphone').fill('02 98 00 11 22');
  await form.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Appeler le 02 98 00 11 22' })).toBeVisible();
});

test('the list and the page of a customer, in English', async ({ page, isMobile }) => {
  test.skip(isMobile, 'the words are the same');
  await page.addInitScript(() => localStorage.setItem('prisme.language', 'en'));
  await signIn(page, 'superadmin', '/customers?q=boulangerie');
  await expect(page.getByRole('heading', { level: 1, name: 'Customers' })).toBeVisible();
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByRole('tab', { name: 'Consents' })).toBeVisible();
});

test('all customers of a filter get a tag, and lose it by undoing', async ({ page, isMobile }) => {
  test.skip(isMobile, 'several are chosen in the table only');
  await signIn(page, 'superadmin', '/customers?created=2020-01-01..2099-12-31');
  await expect(page.getByRole('button', { name: /Créé du 1 janv. 2020/ })).toBeVisible();
  await page.getByRole('checkbox', { name: 'Tout sélectionner', exact: true }).check();
  await page.getByRole('button', { name: /^Sélectionner les \d+/ }).click();
  const bar = page.getByRole('toolbar', { name: 'Actions groupées' });
  await expect(bar.getByRole('button', { name: /^Sélectionner les/ })).toHaveCount(0);
  await bar.getByRole('button', { name: 'Étiqueter', exact: true }).click();
  const word = `salon ${Date.now()}`;
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Étiquettes').fill(word);
  await dialog.getByLabel('Étiquettes').press('Enter');
  await dialog.getByRole('button', { name: 'Étiqueter', exact: true }).click();
  const undone = page.waitForResponse((answer) => answer.request().postData()?.includes('"remove":["salon') ?? false);
  await page.getByRole('button', { name: 'Annuler', exact: true }).click();
  await undone;
  await page.goto(`/superadmin/customers?tag=${encodeURIComponent(word)}`);
  await expect(page.getByText('Rien ne correspond')).toBeVisible();
});

test('views that a browser kept come over, and are renamed, shared and deleted', async ({ page, isMobile }) => {
  test.skip(isMobile, 'views are kept at a desk');
  await signIn(page, 'superadmin', '/customers');
  const mine = await page.getByRole('link', { name: 'Mes clients', exact: true }).getAttribute('href');
  const key = `prisme.views.${mine?.split('manager=')[1]}.customers`;
  const name = `Brest ${Date.now()}`;
  await page.evaluate(([at, label]) => localStorage.setItem(at, JSON.stringify([{ label, search: 'q=brest' }])), [
    key,
    name,
  ] as const);
  await page.reload();
  await page.getByRole('link', { name, exact: true }).click();
  await expect(page).toHaveURL(/\?q=brest$/);
  await expect.poll(() => page.evaluate((at) => localStorage.getItem(at), key)).toBeNull();

  await page.getByRole('button', { name: `Actions pour la vue ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Renommer ou partager' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Nom de la vue').fill(`Rade ${name}`);
  await dialog.getByLabel('Partager avec l’équipe').check();
  await dialog.getByRole('button', { name: 'Enregistrer', exact: true }).click();
  const shared = page.getByRole('link', { name: `Partagée avec l’équipe Rade ${name}`, exact: true });
  await expect(shared).toBeVisible();
  await page.getByRole('button', { name: `Actions pour la vue Rade ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: 'Supprimer la vue' }).click();
  await expect(shared).toHaveCount(0);
});
