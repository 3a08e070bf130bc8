import type { APIRequestContext, Locator, Page } from '@playwright/test';
import type { Role } from '../support/sign-in.ts';

/** A column of the board, by its title. */
export const column = (page: Page, title: string): Locator => page.getByRole('region', { name: new RegExp(`^${title}, \\d+$`) });

/** The card of a deal in a column. */
export const cardOf = (place: Locator, title: string): Locator =>
  place.getByRole('listitem').filter({ has: place.page().getByRole('link', { name: title, exact: true }) });

/** A title nobody else has: several tests write to the same board at once. */
export const titled = (what: string): string => `${what} ${Math.random().toString(36).slice(2, 8)}`;

/** What a demo account is answered by the API: for what a test finds there already. */
export async function ask<Data>(request: APIRequestContext, role: Role, query: string, variables = {}): Promise<Data> {
  const login = `mutation { login(input: { email: "${role}@prisme.demo", password: "prisme-demo-360" }) { accessToken } }`;
  const entered = await request.post('/graphql', { data: { query: login } });
  const { accessToken } = (await entered.json()).data.login;
  const headers = { authorization: `Bearer ${accessToken}` };
  const answer = await request.post('/graphql', { headers, data: { query, variables } });
  return (await answer.json()).data;
}

const CREATE = `mutation ($input: CreateOpportunityInput!) { createOpportunity(input: $input) { opportunity { id } } }`;

/** An opportunity of the reseller with a prospect, in the first stage. */
export async function opened(request: APIRequestContext, title: string, euros = 1200): Promise<void> {
  const input = { title, prospectName: 'Ferme du Kreisker', amountCents: euros * 100 };
  await ask(request, 'revendeur', CREATE, { input });
}

/** Moves a card by its menu, as the keyboard does. */
export async function moveTo(page: Page, title: string, stage: string): Promise<void> {
  await page.getByRole('button', { name: `Actions pour ${title}` }).press('Enter');
  await page.getByRole('menuitem', { name: stage }).press('Enter');
}
