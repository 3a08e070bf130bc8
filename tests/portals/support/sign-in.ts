import { expect, type Page } from '@playwright/test';

export type Role = 'client' | 'prestataire' | 'revendeur' | 'superadmin';

const password = 'prisme-demo-360';

/**
 * Signs in as a demo account, and goes to a page as that account. Each test opens a session of its own: the refresh
 * cookie rotates at each use, so a kept one would be spent by the first test that takes it. The sign-in page has tests
 * of its own (`entrance.spec.ts`); the others ask for what it asks for, which costs a page less.
 */
export async function signIn(page: Page, role: Role, path = '/', portal: Role = role): Promise<void> {
  // A browser that was told it is signed in asks for its session; it is told where its storage is, on a page of the product.
  await page.goto('/health/live');
  const agent = await page.evaluate(() => {
    localStorage.setItem('prisme.signed-in', 'yes');
    return navigator.userAgent;
  });
  const answer = await page.request.post('/graphql', {
    headers: { 'apollo-require-preflight': 'true', 'x-prisme-portal': portal, 'user-agent': agent },
    data: {
      query: 'mutation ($input: LoginInput!) { login(input: $input) { userErrors { message } } }',
      variables: { input: { email: `${role}@prisme.demo`, password } },
    },
  });
  expect(await answer.json()).toEqual({ data: { login: { userErrors: [] } } });
  await page.goto(`/${portal}${path}`);
  await expect(page.locator('main:not([aria-busy])').first()).toBeAttached();
}
