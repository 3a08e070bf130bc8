import { randomUUID } from 'node:crypto';
import { expect, test } from '@playwright/test';
import { looksRight } from '../support/looks.ts';
import { bring, newCustomer, newName } from '../support/order-links.ts';
import { signIn } from '../support/sign-in.ts';

test.setTimeout(240_000);

test('pairs are decided side by side, by button and by key', async ({ page, request, isMobile }) => {
  test.skip(isMobile, 'keys need a keyboard; the phone has a test of its own below');
  await signIn(page, 'superadmin');
  const names = [newName(), newName()];
  for (const name of names) await newCustomer(request, name);
  const numbers = names.map(() => `LIEN-${randomUUID().slice(0, 8)}`);
  await bring(
    page,
    request,
    names.map((name, i) => `${numbers[i]};2026-03-02;${name.split(' ').reverse().join(' ')};;Joint;1;10`),
  );

  await page.goto('/superadmin/order-links');
  const pair = page.getByRole('region', { name: 'Commande et client' });
  const queue = page.getByRole('region', { name: 'La file' });
  await queue.getByRole('button', { name: new RegExp(numbers[0]) }).click();
  await expect(pair.getByRole('link', { name: numbers[0] })).toBeVisible();
  await expect(pair.getByText('Même nom', { exact: true })).toBeVisible();
  await looksRight(page);
  await page.keyboard.press('a');
  await expect(page.getByText(`Commande ${numbers[0]} rattachée`)).toBeVisible();

  await queue.getByRole('button', { name: new RegExp(numbers[1]) }).click();
  await pair.getByRole('button', { name: 'Refuser', exact: true }).click();
  await expect(page.getByText(`Rattachement refusé pour la commande ${numbers[1]}`)).toBeVisible();
  await expect(queue.getByRole('button', { name: new RegExp(numbers.join('|')) })).toHaveCount(0);

  await page.getByRole('radiogroup', { name: 'Lesquelles' }).getByText('Refusées').click();
  await page
    .getByRole('region', { name: 'La file' })
    .getByRole('button', { name: new RegExp(numbers[1]) })
    .click();
  await pair.getByRole('button', { name: 'Revenir dessus', exact: true }).click();
  await expect(page.getByText(`Commande ${numbers[1]} de nouveau à décider`)).toBeVisible();
});

test('the page of links looks right', async ({ page }) => {
  await signIn(page, 'superadmin', '/order-links');
  await expect(page.getByRole('heading', { name: 'Rattachements', level: 1 })).toBeVisible();
  await looksRight(page);
  await page.getByRole('button', { name: 'Rattacher les commandes' }).click();
  await expect(page.getByRole('dialog', { name: 'Rattacher les commandes' })).toBeVisible();
});
