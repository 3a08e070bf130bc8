import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';
import { ask } from './ask.ts';

test.describe('paying', () => {
  test.skip(({ isMobile }) => isMobile, 'the same form; its phone layout is in phone.spec.ts');

  test('from the dashboard, too much is refused at its field, and a double click pays once', async ({ page }) => {
    await signIn(page, 'client');
    await page
      .getByRole('listitem')
      .filter({ hasText: /Régler .*échue/ })
      .getByRole('button', { name: 'Payer' })
      .click();
    const drawer = page.getByRole('dialog', { name: 'Enregistrer un paiement' });
    const late = drawer.getByRole('checkbox', { checked: true });
    await expect(late.first()).toBeVisible();
    while ((await late.count()) > 1) await late.last().uncheck();
    const number = (await drawer.locator('label:has(:checked)').textContent())?.match(/F\d{4}-\d{5}/)?.[0] ?? '';
    const amount = drawer.getByLabel('Montant');
    const due = await amount.inputValue();

    await amount.fill('1000000');
    await drawer.getByRole('button', { name: /^Enregistrer/ }).click();
    await expect(amount).toHaveAttribute('aria-invalid', 'true');

    await amount.fill(due.replace(/[^\d,]/g, ''));
    await drawer.getByLabel('Référence').fill('VIR ESSAI 1');
    await drawer.getByRole('button', { name: /^Enregistrer/ }).dblclick();
    await expect(drawer.getByText(/sont enregistrés/)).toBeVisible();
    await drawer.getByRole('link', { name: number }).click();

    await expect(page.getByRole('heading', { name: `Facture ${number}` })).toBeVisible();
    await expect(page.locator('main').getByText('Payée', { exact: true })).toBeVisible();
    await expect(page.getByText(/VIR ESSAI 1/)).toHaveCount(1);
    await expect(page.getByRole('button', { name: 'Payer' })).toHaveCount(0);
  });
});

test('an invoice prints alone, with its VAT and its legal mentions', async ({ page, isMobile }) => {
  test.skip(isMobile, 'paper has one width');
  await signIn(page, 'client', '/invoices?status=PAID');
  await page.locator('[data-row-link]').first().click();
  const sheet = page.getByRole('article', { name: /^Facture F/ });
  await expect(sheet).toContainText('Groupe Hélia');
  await page.emulateMedia({ media: 'print' });
  await expect(sheet).toBeVisible();
  await expect(sheet).toContainText(/TVA 20\s%/);
  await expect(sheet).toContainText('Indemnité forfaitaire');
  await expect(page.getByRole('navigation', { name: 'Principale' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Imprimer' })).toBeHidden();
});

test('the address of another company’s invoice finds nothing', async ({ page, request }) => {
  type Seen = { invoices: { nodes: { id: string; customer: { name: string } }[] } };
  const { invoices } = await ask<Seen>(request, 'superadmin', '{ invoices(first: 50) { nodes { id customer { name } } } }');
  const foreign = invoices.nodes.find(({ customer }) => customer.name !== 'Transports Kervella');
  await signIn(page, 'client', `/invoices/${foreign?.id}`);
  await expect(page.getByRole('heading', { name: 'Introuvable' })).toBeVisible();
});

test('the list is narrowed by its views and its search, in the address', async ({ page }) => {
  await signIn(page, 'client', '/invoices');
  const rows = page.locator('[data-row]');
  await expect(rows.first()).toBeVisible();
  const all = await rows.count();
  await page.getByRole('link', { name: 'Payées', exact: true }).click();
  await expect(page).toHaveURL(/status=PAID/);
  await expect.poll(() => rows.count()).toBeLessThan(all);
  await page.getByRole('searchbox').fill('rien de tel');
  await expect(page.getByRole('heading', { name: 'Rien ne correspond' })).toBeVisible();
});

test('the statement ends with what is left to pay', async ({ page, request }) => {
  type Seen = { customers: { nodes: { balance: number }[] } };
  await signIn(page, 'client', '/statement');
  await expect(page.locator('[data-row]').first()).toBeVisible();
  const { customers } = await ask<Seen>(request, 'client', '{ customers(first: 1) { nodes { balance } } }');
  const euros = new Intl.NumberFormat('fr-FR').format((customers.nodes[0]?.balance ?? 0) / 100);
  const figures = euros.replace(/\D/g, '').slice(0, 4);
  await expect(page.locator('[data-row]').first()).toContainText(new RegExp([...figures].join('\\D?')));
});
