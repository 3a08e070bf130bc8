import { expect, test } from '@playwright/test';
import { signIn } from '../support/sign-in.ts';
import { ask, titled } from './support.ts';

test.beforeEach(({ isMobile }) => {
  test.skip(isMobile, 'once is enough');
});

/** The digit that makes Luhn's sum a multiple of ten, behind these. */
const checked = (digits: string): string => {
  const sum = [...digits].reverse().reduce((total, digit, i) => {
    const value = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return `${digits}${(10 - (sum % 10)) % 10}`;
};
/** A SIRET nobody else has: the SIREN has its check digit, and the whole has one. */
const freshSiret = () => checked(`${checked(String(Math.random()).slice(2, 10).padEnd(8, '7'))}0001`);

test('a customer is made with a wrong SIRET, then a right one; then changed and called', async ({ page }) => {
  await signIn(page, 'revendeur', '/customers');
  await page.getByRole('button', { name: 'Nouveau client' }).click();
  const form = page.getByRole('dialog', { name: 'Nouveau client' });
  const name = titled('Poissonnerie');
  await form.getByLabel('Nom').fill(name);
  await form.getByLabel('SIRET').fill('123 456 789 00011');
  await form.getByRole('button', { name: 'Créer le client' }).click();
  await expect(form.getByLabel('SIRET')).toHaveAttribute('aria-invalid', 'true');
  await form.getByLabel('SIRET').fill(freshSiret());
  await form.getByRole('button', { name: 'Créer le client' }).click();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();

  await page.getByRole('button', { name: 'Modifier' }).first().click();
  const edit = page.getByRole('dialog', { name: `Modifier ${name}` });
  await edit.getByLabel('Téléphone').fill('02 98 00 11 22');
  await edit.getByRole('button', { name: 'Enregistrer' }).click();
  await expect(edit).toBeHidden();
  await expect(page.getByRole('link', { name: /^Appeler/ }).first()).toBeVisible();

  await page.getByRole('tab', { name: 'Activité' }).click();
  await page.getByRole('textbox', { name: 'Ajouter une note, un appel' }).fill('Premier échange, ils comparent.');
  await page.getByRole('button', { name: 'Publier' }).click();
  await expect(page.getByRole('list').getByText('Premier échange, ils comparent.')).toBeVisible();
});

test('the list is searched and filtered in the address; purchases are there to read', async ({ page }) => {
  await signIn(page, 'revendeur', '/customers');
  await page.getByRole('searchbox').fill('kervela');
  await expect(page).toHaveURL(/q=kervela/);
  await page.getByRole('link', { name: 'Transports Kervella' }).click();
  await page.getByRole('tab', { name: 'Factures et commandes' }).click();
  await expect(page.getByRole('region', { name: 'Factures', exact: true })).toContainText('Facturé');
  await expect(page.getByRole('region', { name: 'Commandes', exact: true })).toContainText('Total confirmé');
  await page.getByRole('tab', { name: /Opportunités/ }).click();
  await page.getByRole('link', { name: 'Quai froid, tranche 2' }).click();
  await expect(page).toHaveURL(/\/opportunities\//);
});

test('another seller’s deals and customers are not found', async ({ page, request }) => {
  const { createOpportunity, createCustomer } = await ask<{
    createOpportunity: { opportunity: { id: string } };
    createCustomer: { customer: { id: string } };
  }>(
    request,
    'superadmin',
    `mutation {
      createOpportunity(input: { title: "Affaire maison", prospectName: "Autre", amountCents: 1000 }) { opportunity { id } }
      createCustomer(input: { kind: PERSON, name: "Cliente directe" }) { customer { id } } }`,
  );
  await signIn(page, 'revendeur', `/opportunities/${createOpportunity.opportunity.id}`);
  await expect(page.getByRole('heading', { name: 'Introuvable' })).toBeVisible();
  await page.goto(`/revendeur/customers/${createCustomer.customer.id}`);
  await expect(page.getByRole('heading', { name: 'Introuvable' })).toBeVisible();
});
