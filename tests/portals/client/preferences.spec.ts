import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { looksRight } from '../support/looks.ts';
import { preferenceLink } from '../support/preference-link.ts';

test('by the link of a mail choices are seen and changed without an account', async ({ page, request, isMobile }) => {
  const ask = await askAs(request, 'superadmin');
  const email = `${crypto.randomUUID()}@client.example`;
  const { createCustomer } = await ask<{ createCustomer: { customer: { id: string } } }>(
    `mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }`,
    { input: { kind: 'PERSON', name: `Nolwenn ${isMobile ? 'Prigent' : 'Tanguy'} ${crypto.randomUUID().slice(0, 6)}`, email } },
  );
  await page.goto(preferenceLink(createCustomer.customer.id, email));
  await expect(page.getByRole('heading', { name: 'Vos choix' })).toBeVisible();
  await expect(page.getByText(email)).toHaveCount(0);
  const switches = page.getByRole('switch');
  await expect(switches).toHaveCount(16);
  for (const one of await switches.all()) await expect(one).not.toBeChecked();
  await looksRight(page);
  const survey = page.getByRole('switch', { name: 'Enquêtes de satisfaction (SMS)' });
  await survey.click({ force: true });
  await expect(survey).toBeChecked();
  await page.getByText('Le texte présenté').first().click();
  await expect(page.getByText(/J’accepte d’être interrogé/).last()).toBeVisible();
  // A yes to offers by e-mail waits for the mail that was sent.
  const offers = page.getByRole('switch', { name: 'Offres et nouveautés (E-mail)' });
  await offers.click({ force: true });
  await expect(page.getByText(/À confirmer par l’e-mail envoyé/)).toBeVisible();
  await expect(offers).not.toBeChecked();
  await page.getByRole('button', { name: 'Ne plus rien recevoir' }).click();
  await expect(survey).not.toBeChecked();
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { name: 'Your choices' })).toBeVisible();
});

test('a link that is not whole says so, and nothing is confirmed by a made-up one', async ({ page }) => {
  await page.goto('/client/preferences#nothing');
  await expect(page.getByText('Ce lien n’est pas de nous', { exact: false })).toBeVisible();
  await page.goto('/client/confirm-consent#nothing');
  await page.reload();
  await page.getByRole('button', { name: 'Je confirme' }).click();
  await expect(page.getByRole('alert')).toContainText('Ce lien n’est pas de nous');
  await looksRight(page);
});
