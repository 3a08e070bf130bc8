import { expect, test } from '@playwright/test';
import { drawn, looksRight } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

const lists = [
  'invoices',
  'payments',
  'orders',
  'projects',
  'missions',
  'opportunities',
  'users',
  'roles',
  'mails',
  'audit',
  'segments',
];
const pages = [
  '',
  'portfolio',
  'segments/new',
  'imports',
  'system',
  'access',
  'users/new',
  'roles/new',
  'invoices/new',
  'projects/new',
  'missions/new',
];
const houses = [
  'exports',
  'settings',
  'custom-fields',
  'order-links',
  'duplicates',
  'email-templates',
  'email-templates/new',
  'invitations',
];
const consents = ['consents', 'purposes', 'processing', 'processing/new', 'processors', 'breaches', 'breaches/new'];
const own = ['requests', 'retention', 'account', 'account/security'];
const records = ['invoices', 'orders', 'projects', 'missions', 'opportunities', 'users', 'roles', 'mails', 'audit', 'segments'];

test.setTimeout(240_000);

test('pages and forms, light and dark', async ({ page }) => {
  await signIn(page, 'superadmin');
  for (const path of pages) {
    await page.goto(`/superadmin/${path}`);
    await looksRight(page);
  }
});

test('what is settled for the house, and one’s own account, light and dark', async ({ page }) => {
  await signIn(page, 'superadmin');
  for (const path of [...houses, ...consents, ...own]) {
    await page.goto(`/superadmin/${path}`);
    await drawn(page);
    // axe can't enter a frame in which no script may run, such as a letter's.
    await page.locator('iframe').evaluateAll((frames) => frames.map((frame) => frame.remove()));
    await looksRight(page);
  }
});

test('lists and records, light and dark', async ({ page, isMobile }) => {
  await signIn(page, 'superadmin');
  for (const path of lists) {
    await page.goto(`/superadmin/${path}`);
    await expect(page.locator('[data-row]').first()).toBeVisible();
    // On phones every list is the same cards: one stands for all.
    if (!isMobile || path === 'invoices') await looksRight(page);
    if (!records.includes(path)) continue;
    await page.locator('[data-row-link]').first().click();
    await expect(page).toHaveURL(new RegExp(`/${path}/[0-9a-f-]{36}`));
    await drawn(page);
    // axe can't enter a frame in which no script may run, such as a letter's.
    if (path === 'mails') await page.getByRole('tab', { name: 'Texte' }).click();
    await looksRight(page);
  }
});
