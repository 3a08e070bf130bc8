import { expect, test } from '@playwright/test';
import { Secret, TOTP } from 'otpauth';
import { askAs } from './support/ask.ts';
import { looksRight } from './support/looks.ts';
import { startProduct } from './support/product.ts';

// What everybody must have is set for everybody: a product of its own.
let product: Awaited<ReturnType<typeof startProduct>>;
test.beforeAll(async () => {
  test.setTimeout(150_000);
  product = await startProduct();
});
test.afterAll(() => product.stop());

const RULE = `mutation { updateSettings(input: { secondFactor: STAFF }) { settings { secondFactor } userErrors { message } } }`;

test('somebody of ours is asked to set up a second factor, while they are at it, and may do nothing before', async ({
  page,
  isMobile,
  playwright,
}) => {
  test.skip(isMobile, 'a product of its own takes half a minute');
  test.setTimeout(90_000);
  await page.goto(`${product.origin}/superadmin/`);
  await page.locator('input[name="email"]').fill('superadmin@prisme.demo');
  await page.locator('input[name="password"]').fill('prisme-demo-360');
  await page.locator('button[type="submit"]').click();
  await expect(page.getByRole('navigation').first()).toBeVisible();

  const ask = await askAs(await playwright.request.newContext({ baseURL: product.origin }), 'superadmin');
  await ask(RULE);
  await page.goto(`${product.origin}/superadmin/customers`);
  const due = page.getByRole('heading', { level: 1, name: 'Avant d’entrer, une seconde preuve' });
  await expect(due).toBeVisible();
  await expect(page.getByRole('navigation')).toHaveCount(0);
  await looksRight(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await looksRight(page);

  await page.getByRole('button', { name: 'Associer une application' }).click();
  await page.getByLabel('Votre mot de passe').fill('prisme-demo-360');
  await page.getByRole('button', { name: 'Continuer' }).click();
  const secret = (await page.locator('code').innerText()).replaceAll(' ', '');
  await page.getByLabel('Code affiché par l’application').fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate());
  await page.getByRole('button', { name: 'Activer' }).click();
  await page.getByRole('button', { name: 'Je les ai gardés' }).click();
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(due).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1, name: 'Clients' })).toBeVisible();
});
