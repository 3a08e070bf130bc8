import { readFile } from 'node:fs/promises';
import { type APIRequestContext, expect, type Page, test } from '@playwright/test';
import { type Ask, askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { linkIn, newAddress } from '../support/mails.ts';
import { signIn } from '../support/sign-in.ts';

/** Forms, and each page in two schemes. */
test.beforeEach(() => test.slow());

/** A customer of this test's own, and a request of theirs that was noted; answers where its page is. */
async function noted(
  page: Page,
  request: APIRequestContext,
  right: string,
): Promise<{ ask: Ask; contact: string; customerId: string }> {
  const ask = await askAs(request, 'superadmin');
  const contact = newAddress();
  type Made = { createCustomer: { customer: { id: string } } };
  const { createCustomer } = await ask<Made>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }',
    { input: { kind: 'PERSON', name: 'Jeanne Prigent', email: contact } },
  );
  const customerId = createCustomer.customer.id;
  type Asked = { createDataSubjectRequest: { requests: { id: string }[] } };
  const { createDataSubjectRequest } = await ask<Asked>(
    'mutation ($input: CreateDataSubjectRequestInput!) { createDataSubjectRequest(input: $input) { requests { id } userErrors { message } } }',
    { input: { customerIds: [customerId], right, origin: 'EMAIL', person: 'Jeanne Prigent', contact } },
  );
  await signIn(page, 'superadmin', `/requests/${createDataSubjectRequest.requests[0].id}`);
  return { ask, contact, customerId };
}

async function identify(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Vérifier l’identité' }).click();
  const dialog = page.getByRole('dialog', { name: 'Vérifier l’identité' });
  await dialog.getByRole('button', { name: 'Vérifier l’identité' }).click();
  await expect(dialog).toHaveCount(0);
}

test('a copy is made, looked through and handed over by a link, which its person opens without an account', async ({
  page,
  request,
  browser,
}) => {
  const { ask, contact } = await noted(page, request, 'ACCESS');
  await identify(page);
  const copy = page.getByRole('region', { name: /^Copie des données/ });
  await copy.getByRole('button', { name: 'Préparer la copie' }).click();
  await expect(copy.getByText('À relire')).toBeVisible({ timeout: 40_000 });
  await looksRight(page);
  const ours = page.waitForEvent('download');
  await copy.getByRole('link', { name: 'Télécharger la copie' }).click();
  expect((await readFile(await (await ours).path())).subarray(0, 2).toString()).toBe('PK');
  await copy.getByRole('button', { name: 'Remettre à la personne' }).click();
  const dialog = page.getByRole('dialog', { name: 'Remettre à la personne' });
  await expect(dialog.getByText(contact)).toBeVisible();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Remettre à la personne' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(copy.getByText('Remise')).toBeVisible();
  await expect(copy.getByText(/pas encore téléchargée par la personne/)).toBeVisible();

  const reference =
    (await page
      .getByText(/^RGPD-\d{5}$/)
      .first()
      .textContent()) ?? '';
  const link = await linkIn(ask, contact, `Votre demande ${reference}`);
  const stranger = await browser.newContext({ locale: 'fr-FR', baseURL: process.env.PRISME_TEST_ORIGIN });
  const theirs = await stranger.newPage();
  await theirs.goto(link);
  await expect(theirs.getByRole('heading', { name: 'Vos données' })).toBeVisible();
  await looksRight(theirs);
  const saved = theirs.waitForEvent('download');
  await theirs.getByRole('button', { name: /^Télécharger/ }).click();
  expect((await saved).suggestedFilename()).toMatch(/^vos-donnees-.*\.zip$/);
  await theirs.goto(`${link}x`);
  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: 'Ce lien ne fonctionne plus' })).toBeVisible();
  await stranger.close();
  await page.reload();
  await expect(copy.getByText(/téléchargée par la personne le/)).toBeVisible();
});

test('a request takes longer, and is refused with its reason', async ({ page, request }) => {
  await noted(page, request, 'ERASURE');
  await page.getByRole('button', { name: 'Prolonger' }).click();
  const longer = page.getByRole('dialog', { name: 'Prolonger' });
  await longer.getByLabel('Pourquoi il faut plus de temps').fill('Beaucoup de documents.');
  await longer.getByRole('button', { name: 'Prolonger' }).click();
  await expect(longer).toHaveCount(0);
  await expect(page.getByText('Beaucoup de documents.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Prolonger' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Refuser' }).click();
  const no = page.getByRole('dialog', { name: 'Refuser' });
  await no.getByLabel('Motif du refus').fill('Une facture reste à payer.');
  await looksRight(page);
  await no.getByRole('button', { name: 'Refuser' }).click();
  await expect(page.getByText('Refusée').first()).toBeVisible();
});

test('an objection says to what, and stands with the consents', async ({ page, request }) => {
  const { customerId } = await noted(page, request, 'OBJECTION');
  await identify(page);
  await page.getByRole('button', { name: 'Répondre' }).click();
  const dialog = page.getByRole('dialog', { name: 'Répondre' });
  await dialog.getByLabel('Réponse à la personne').fill('Vous ne recevrez plus d’offres.');
  await expect(dialog.getByRole('button', { name: 'Répondre' })).toBeDisabled();
  await dialog.getByRole('checkbox', { name: 'Offres et nouveautés' }).check();
  await looksRight(page);
  await dialog.getByRole('button', { name: 'Répondre' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Offres et nouveautés').first()).toBeVisible();
  await page.goto(`/superadmin/customers/${customerId}?tab=consents`);
  await expect(page.getByText('Opposition').first()).toBeVisible();
});

test('a restriction shows on the customer until it is lifted', async ({ page, request }) => {
  const { customerId } = await noted(page, request, 'RESTRICTION');
  await identify(page);
  await page.getByRole('button', { name: 'Répondre' }).click();
  const dialog = page.getByRole('dialog', { name: 'Répondre' });
  await dialog.getByLabel('Réponse à la personne').fill('Vos données sont gardées sans être utilisées.');
  await dialog.getByRole('button', { name: 'Répondre' }).click();
  await expect(page.getByRole('button', { name: 'Lever la limitation' })).toBeVisible();
  const here = page.url();
  await page.goto(`/superadmin/customers/${customerId}`);
  await expect(page.getByText(/^Données limitées depuis le/)).toBeVisible();
  await looksRight(page);
  await page.goto(here);
  await page.getByRole('button', { name: 'Lever la limitation' }).click();
  const lift = page.getByRole('dialog', { name: 'Lever la limitation' });
  await lift.getByLabel('Pourquoi la limitation prend fin').fill('Vos données ont été vérifiées.');
  await lift.getByRole('button', { name: 'Lever la limitation' }).click();
  await expect(page.getByText('Vos données ont été vérifiées.').first()).toBeVisible();
  await page.goto(`/superadmin/customers/${customerId}`);
  await expect(page.getByRole('heading', { name: 'Jeanne Prigent' })).toBeVisible();
  await expect(page.getByText(/^Données limitées depuis le/)).toHaveCount(0);
});

test('an erasure shows what would go before it is done, and what is left says no more who they were', async ({
  page,
  request,
}) => {
  const { customerId } = await noted(page, request, 'ERASURE');
  await identify(page);
  await page.getByRole('button', { name: 'Effacer…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Effacer Jeanne Prigent' });
  await expect(dialog.getByRole('cell', { name: /^Fiche client/ })).toBeVisible();
  await looksRight(page);
  const erase = dialog.getByRole('button', { name: 'Effacer définitivement' });
  await dialog.getByLabel('Pour confirmer, tapez Jeanne Prigent').fill('Jeanne');
  await erase.click();
  await expect(dialog.getByText('Ce n’est pas le nom de ce client.')).toBeVisible();
  await dialog.getByLabel('Pour confirmer, tapez Jeanne Prigent').fill('Jeanne Prigent');
  await erase.click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByText('Traitée').first()).toBeVisible();
  await expect(page.getByText('Jeanne Prigent')).toHaveCount(0);
  await page.goto(`/superadmin/customers/${customerId}`);
  await expect(page.getByRole('heading', { name: /^Effacé le/ })).toBeVisible();
  await expect(page.getByText('Ni e-mail ni téléphone')).toHaveCount(0);
  await looksRight(page);
});
