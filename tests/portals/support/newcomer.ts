import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import { askAs } from './ask.ts';
import type { Role } from './sign-in.ts';

export type Newcomer = { email: string; password: string };

type Mails = { mails: { nodes: { subject: string; text: string }[] } };

/** Somebody of their own for a test that changes how they sign in: made by a superadmin, their password chosen by the mailed link. */
export async function newcomer(request: APIRequestContext, role: Role | 'staff', name: string): Promise<Newcomer> {
  const ask = await askAs(request, 'superadmin');
  const email = `${role}.${Date.now().toString(36)}.${Math.random().toString(36).slice(2, 8)}@prisme.example`;
  const create = 'mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { message } } }';
  await ask(create, { input: { name, email, locale: 'FR', roleKeys: [role] } });
  const token = /#([\w-]+)/.exec((await letterTo(request, email)).text)?.[1];
  const password = 'quatre chevaux agrafés';
  const choose = 'mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok userErrors { message } } }';
  await ask(choose, { input: { token, password } });
  return { email, password };
}

/** What was last written to this address, once it was. */
export async function letterTo(
  request: APIRequestContext,
  email: string,
  subject = /./,
): Promise<{ subject: string; text: string }> {
  const ask = await askAs(request, 'superadmin');
  const list = 'query ($search: String) { mails(first: 10, filter: { search: $search }) { nodes { subject text } } }';
  let found: { subject: string; text: string } | undefined;
  await expect
    .poll(
      async () => {
        const { mails } = await ask<Mails>(list, { search: email });
        found = mails.nodes.find((mail) => subject.test(mail.subject));
        return found !== undefined;
      },
      { timeout: 10_000 },
    )
    .toBe(true);
  return found as { subject: string; text: string };
}
