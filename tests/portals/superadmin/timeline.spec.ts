import { expect, test } from '@playwright/test';
import { askAs } from '../support/ask.ts';
import { drawn } from '../support/looks.ts';
import { signIn } from '../support/sign-in.ts';

const NOTES = 130;
const AT_ONCE = 10;

test('a long timeline is read on as its end comes near, and only what is in sight is in the page', async ({
  page,
  request,
  isMobile,
}) => {
  test.skip(isMobile, 'the same code');
  const ask = await askAs(request, 'superadmin');
  const { createCustomer } = await ask<{ createCustomer: { customer: { id: string } } }>(
    'mutation ($input: CreateCustomerInput!) { createCustomer(input: $input) { customer { id } userErrors { message } } }',
    { input: { kind: 'COMPANY', name: `Longue histoire ${crypto.randomUUID().slice(0, 8)}` } },
  );
  const { id } = createCustomer.customer;
  for (let n = NOTES; n > 0; n -= AT_ONCE) {
    const notes = Array.from({ length: AT_ONCE }, (_, i) => n - i).map((number) => {
      // Two a day, backwards from a day that is past.
      const occurredAt = new Date(Date.UTC(2026, 0, 1) - number * 12 * 3_600_000).toISOString();
      const input = `{ customerId: "${id}", kind: NOTE, title: "Note ${number}", occurredAt: "${occurredAt}" }`;
      return `n${number}: addCustomerActivity(input: ${input}) { userErrors { message } }`;
    });
    await ask(`mutation { ${notes.join('\n')} }`);
  }
  await signIn(page, 'superadmin', `/customers/${id}?tab=activity`);
  await drawn(page);
  const entries = page.getByRole('listitem').filter({ hasText: /Note \d+/ });
  await expect(page.getByText('Note 1', { exact: true })).toBeVisible();
  const last = page.getByText(`Note ${NOTES}`, { exact: true });
  await expect(async () => {
    await page.mouse.wheel(0, 3_000);
    await expect(last).toBeVisible({ timeout: 500 });
  }).toPass();
  expect(await entries.count()).toBeLessThan(NOTES / 2);
  await expect(page.getByText('Note 1', { exact: true })).toHaveCount(0);
  await page.keyboard.press('Home');
  await expect(page.getByText('Note 1', { exact: true })).toBeVisible();
});
