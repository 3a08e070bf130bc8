import AxeBuilder from '@axe-core/playwright';
import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { signIn } from '../support/sign-in.ts';

const ENTRIES = `{ auditEntries(first: 100, filter: { action: "customer.update" }) { nodes { id changes { after } } } }`;
type Entries = { auditEntries: { nodes: { id: string; changes: unknown }[] } };

test('what somebody changed is found in the journal, from what to what, and on the record', async ({
  page,
  request,
  isMobile,
}) => {
  // Other tests change customers meanwhile: this one is of the demo data.
  const ask = await askAs(request, 'superadmin');
  const { auditEntries } = await ask<Entries>(ENTRIES);
  const entry = auditEntries.nodes.find(({ changes }) => JSON.stringify(changes).includes('contrat cadre'));
  await signIn(page, 'superadmin', '/audit?action=customer.update');
  await expect(page.getByRole('heading', { name: 'Journal d’audit', level: 1 })).toBeVisible();
  await expect(page.getByText('Dernier scellé')).toBeVisible();
  await page.locator(`a[href$="/audit/${entry?.id}"]`).first().click();
  await expect(page.getByRole('heading', { name: 'Modifications' })).toBeVisible();
  await expect(page.getByText('contrat cadre')).toBeVisible();
  await expect(page.getByText('10.20.0.10')).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
  if (isMobile) return;

  await page.getByRole('link', { name: 'Transports Kervella' }).first().click();
  await page.getByRole('tab', { name: 'Activité' }).click();
  await page.getByRole('button', { name: 'Historique de la fiche' }).click();
  const drawer = page.getByRole('dialog');
  const changed = drawer.getByText('Client modifié').first();
  // What other tests did to the same customer stands above it.
  await expect(async () => {
    if (!(await changed.isVisible())) await drawer.getByRole('button', { name: 'Afficher plus' }).click({ timeout: 1_000 });
    await expect(changed).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await drawer.getByRole('tab', { name: 'Consultations' }).click();
  await expect(drawer.getByText('Yann Le Goff (Prestataire)').first()).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id)).toEqual([]);
});

test('the journal is narrowed by its filters, kept in the address, and exported', async ({ page, isMobile }) => {
  test.skip(isMobile, 'exports are for a desk');
  await signIn(page, 'superadmin', '/audit');
  await page.getByRole('link', { name: 'Refus', exact: true }).click();
  await expect(page).toHaveURL(/outcome=REFUSED/);
  await expect(page.getByText('Mot de passe incorrect').first()).toBeVisible();
  await expect(page.getByText('Document déposé')).toHaveCount(0);
  await page.reload();
  await expect(page.getByText('Tentative refusée').first()).toBeVisible();
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Exporter' }).click()]);
  expect(download.suggestedFilename()).toBe('audit.csv');
});
