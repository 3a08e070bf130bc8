import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

test.slow(); // looks are taken in light and in dark

test('the invoice of somebody who was erased is read for a reason, which stays in the trail', async ({
  page,
  request,
  isMobile,
}) => {
  const ask = await askAs(request, 'superadmin');
  const name = `Odile Kervern ${crypto.randomUUID().slice(0, 8)}`;
  const { createCustomer } = await ask<{ createCustomer: { customer: { id: string } } }>(
    'mutation ($name: String!) { createCustomer(input: { kind: PERSON, name: $name }) { customer { id } userErrors { message } } }',
    { name },
  );
  const { id } = createCustomer.customer;
  const { createInvoice } = await ask<{ createInvoice: { invoice: { id: string } } }>(
    `mutation ($id: ID!) { createInvoice(input: { customerId: $id, title: "Pompe à chaleur", lines: [{ label: "Mise en service", quantity: 1, unitCents: 30000 }] }) { invoice { id } userErrors { message } } }`,
    { id },
  );
  const { issueInvoice } = await ask<{ issueInvoice: { invoice: { number: string } } }>(
    'mutation ($id: ID!) { issueInvoice(input: { id: $id }) { invoice { number } userErrors { message } } }',
    { id: createInvoice.invoice.id },
  );
  await ask(
    'mutation ($id: ID!) { createPayment(input: { customerId: $id, amountCents: 36000, method: TRANSFER }) { userErrors { message } } }',
    { id },
  );
  await ask('mutation ($id: ID!, $name: String!) { eraseCustomer(input: { id: $id, name: $name }) { userErrors { message } } }', {
    id,
    name,
  });

  const { number } = issueInvoice.invoice;
  await signIn(page, 'superadmin', '/archive');
  await page.getByPlaceholder('Chercher un numéro').fill(number);
  await page.getByRole('link', { name: number }).click();
  await expect(page.getByRole('heading', { name: 'Cette facture est celle d’une personne effacée' })).toBeVisible();
  await expect(page.getByText(name)).toHaveCount(0);
  await looksRight(page);
  await page.getByRole('button', { name: 'Ouvrir la facture' }).click();
  await expect(page.getByLabel('Pourquoi l’ouvrir')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Pourquoi l’ouvrir').fill('Contrôle fiscal 2026');
  await page.getByRole('button', { name: 'Ouvrir la facture' }).click();
  await expect(page.getByText(name)).toBeVisible();
  await expect(page.getByText('Mise en service')).toBeVisible();
  await looksRight(page);
  await page.goBack();
  await looksRight(page);

  // What was opened stays open for no other: the next asks anew.
  if (!isMobile) {
    await page.goto('/superadmin/archive');
    await page.getByRole('link', { name: number }).click();
    await page.getByLabel('Pourquoi l’ouvrir').fill('Contrôle fiscal 2026');
    await page.getByRole('button', { name: 'Ouvrir la facture' }).click();
    await expect(page.getByText(name)).toBeVisible();
    await page.getByRole('button', { name: 'Suivant' }).click();
    await expect(page.getByLabel('Pourquoi l’ouvrir')).toHaveValue('');
    await expect(page.getByRole('heading', { level: 1, name: number })).toHaveCount(0);
    await expect(page.getByText(name)).toHaveCount(0);
  }

  const { auditEntries } = await ask<{ auditEntries: { nodes: unknown[] } }>(
    '{ auditEntries(first: 1, filter: { action: "archivedInvoice.open" }) { nodes { changes { after } } } }',
  );
  expect(JSON.stringify(auditEntries.nodes)).toContain('Contrôle fiscal 2026');
});
