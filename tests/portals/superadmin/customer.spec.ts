import { type Browser, expect, type Page, test } from '@playwright/test';
import { drawn } from '../support/looks.ts';
import { operationOf } from '../support/operation.ts';
import { signIn } from '../support/sign-in.ts';

/** Each test has a customer of its own, so that they may run side by side. */
async function openNew(page: Page, title: string): Promise<string> {
  const name = `${title} ${crypto.randomUUID().slice(0, 8)}`;
  await signIn(page, 'superadmin', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  await page.getByRole('dialog').getByLabel('Nom').fill(name);
  await page.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  return name;
}

/** The same record as somebody else sees it, on another machine. */
async function besides(browser: Browser, page: Page): Promise<Page> {
  const other = await (await browser.newContext({ locale: 'fr-FR', timezoneId: 'Europe/Paris' })).newPage();
  await signIn(other, 'superadmin', new URL(page.url()).pathname.replace('/superadmin', ''));
  await drawn(other);
  return other;
}

const edit = async (page: Page) => {
  await page.getByRole('button', { name: 'Autres actions' }).click();
  await page.getByRole('menuitem', { name: 'Modifier' }).click();
};

test('every tab opens by one request, and keeps its place in the address', async ({ page }) => {
  await signIn(page, 'superadmin', '/customers?q=boulangeries');
  await page.locator('[data-row-link]').first().click();
  await expect(page.getByRole('tab', { name: 'Profil' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('heading', { name: 'Identité' })).toBeVisible();
  // The last of the tab's parts, which asks for itself.
  await expect(page.getByRole('heading', { name: 'Accès au portail' })).toBeVisible();
  await page.waitForLoadState('networkidle');
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/graphql')) asked.push(operationOf(request));
  });
  for (const [tab, key, heading, operation] of [
    ['Analytique', 'analytics', 'RFM', 'CustomerAnalyticsTab'],
    ['Finances', 'finances', 'Solde dû', 'CustomerFinances'],
    ['Consentements', 'consents', 'Finalités et canaux', 'CustomerConsents'],
  ] as const) {
    await page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
    await expect(page).toHaveURL(new RegExp(`tab=${key}`));
    await expect(page.getByRole('heading', { name: heading, exact: false }).first()).toBeVisible();
    expect(asked.splice(0)).toEqual([operation]);
  }
  await page.getByRole('tab', { name: /^Activité/ }).click();
  await page.locator('label', { hasText: /^Échanges/ }).click();
  await expect(page).toHaveURL(/group=EXCHANGE/);
});

test('somebody else’s note and change appear without a reload', async ({ page, browser, isMobile }) => {
  test.skip(isMobile, 'the same code');
  test.slow(); // two people, two sessions
  await openNew(page, 'Vivant');
  await page.getByRole('tab', { name: 'Activité' }).click();
  const other = await besides(browser, page);
  await other.getByRole('button', { name: 'Nouveau' }).click();
  await other.getByRole('menuitem', { name: 'Appel' }).click();
  await other.getByRole('textbox', { name: 'Ajouter une note, un appel' }).fill('Rappeler lundi\nPour le devis du quai.');
  await other.getByRole('button', { name: 'Publier' }).click();
  await expect(other.getByText('Pour le devis du quai.')).toBeVisible();
  await expect(page.getByText('Pour le devis du quai.')).toBeVisible();
  await expect(page.getByText('Appel, Claire Aubry')).toBeVisible();

  await other.getByRole('button', { name: 'Modifier la note interne' }).click();
  await other.getByRole('textbox', { name: 'Note interne' }).fill('Paie à trente jours.');
  await other.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(page.getByText('Paie à trente jours.')).toBeVisible();
  await other.context().close();
});

test('two people change the same customer: the later one is told', async ({ page, browser, isMobile }) => {
  test.skip(isMobile, 'the same code');
  test.slow(); // two people, two sessions
  await openNew(page, 'Conflit');
  const other = await besides(browser, page);
  await edit(page);
  await edit(other);
  await other.getByRole('dialog').getByLabel('Site web').fill('premier.example');
  await other.getByRole('dialog').getByRole('button', { name: 'Enregistrer' }).click();
  await expect(other.getByRole('dialog')).toHaveCount(0);

  const form = page.getByRole('dialog');
  const told = form.getByText('Vous avez enregistré des changements ailleurs', { exact: false });
  await expect(told).toBeVisible();
  await form.getByLabel('Site web').fill('second.example');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(told).toBeVisible();
  await expect(form.getByLabel('Site web')).toHaveValue('second.example');
  await form.getByRole('button', { name: 'Reprendre sa version' }).click();
  await expect(form.getByLabel('Site web')).toHaveValue('https://premier.example');
  await form.getByLabel('Site web').fill('second.example');
  await form.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(form).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'second.example' })).toBeVisible();
  await expect(other.getByRole('link', { name: 'second.example' })).toBeVisible();
  await other.context().close();
});

const pdf = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 120]>>endobj
trailer<</Root 1 0 R/Size 4>>
%%EOF`);

test('a document is dropped, looked at and deleted; one that lies is refused', async ({ page }) => {
  await openNew(page, 'Dépôt');
  await page.getByRole('tab', { name: 'Documents' }).click();
  await expect(page.getByText('Aucun document')).toBeVisible();
  const choose = page.locator('input[type="file"]');
  await choose.setInputFiles({ name: 'faux.pdf', mimeType: 'application/pdf', buffer: Buffer.from('ceci est un texte') });
  await expect(page.getByText('Ce fichier se présente comme PDF').first()).toBeVisible();
  await choose.setInputFiles({ name: 'Plan du quai.pdf', mimeType: 'application/pdf', buffer: pdf });
  const row = page.getByRole('button', { name: 'Plan du quai.pdf', exact: true });
  await expect(row).toBeVisible();

  await row.click();
  const dialog = page.getByRole('dialog', { name: 'Plan du quai.pdf' });
  await expect(dialog.locator('canvas[data-drawn]')).toBeVisible();
  await dialog.getByRole('button', { name: 'Supprimer' }).click();
  await page
    .getByRole('dialog', { name: /^Supprimer/ })
    .getByRole('button', { name: 'Supprimer' })
    .click();
  await expect(row).toHaveCount(0);
  await expect(page.getByText('Aucun document')).toBeVisible();
});

test('a consent is given, then withdrawn, and its history tells how', async ({ page }) => {
  await openNew(page, 'Accord');
  await page.getByRole('tab', { name: 'Consentements' }).click();
  const cell = page.getByRole('button', { name: /Offres et nouveautés, SMS/ });
  await cell.click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Preuve').fill('Appel du matin, pris par Nadia');
  await dialog.getByRole('button', { name: 'Noter' }).click();
  await expect(cell).toContainText('Accord');
  await cell.click();
  await expect(dialog.getByRole('radio', { name: 'Refus' })).toBeChecked();
  await dialog.getByRole('button', { name: 'Noter' }).click();
  await expect(cell).toContainText('Refus');
  const history = page.getByRole('region', { name: 'Historique, jamais modifié' });
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(history.getByRole('listitem').first()).toContainText('SMS retiré');
  await expect(history.getByRole('listitem').last()).toContainText('Appel du matin, pris par Nadia');
});
