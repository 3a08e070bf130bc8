import { randomUUID } from 'node:crypto';
import { type APIRequestContext, expect } from '@playwright/test';
import { type Ask, askAs } from './ask.ts';

/** The link of the newest mail to this address with that subject, as it stands in the outbox: the part after the host. */
export async function linkIn(ask: Ask, email: string, subject: string): Promise<string> {
  const query = 'query ($email: String!) { mails(first: 20, filter: { search: $email }) { nodes { to subject text } } }';
  const found = async () => {
    type Mails = { mails: { nodes: { to: string; subject: string; text: string }[] } };
    const { mails } = await ask<Mails>(query, { email });
    const mail = mails.nodes.find((one) => one.to === email && one.subject === subject);
    return /https?:\/\/[^/]+(\/\S+#[\w-]+)/.exec(mail?.text ?? '')?.[1] ?? '';
  };
  await expect.poll(found).not.toBe('');
  return found();
}

export const newAddress = (): string => `${randomUUID()}@exemple.test`;

/** A prestataire of their own, with a password. */
export async function newAccount(request: APIRequestContext): Promise<{ ask: Ask; email: string; password: string }> {
  const ask = await askAs(request, 'superadmin');
  const [email, password] = [newAddress(), 'quatre mots sans rapport'];
  await ask('mutation ($input: CreateUserInput!) { createUser(input: $input) { user { id } userErrors { message } } }', {
    input: { name: 'Yann Prigent', email, roleKeys: ['prestataire'] },
  });
  const token = (await linkIn(ask, email, 'Votre compte Prisme')).split('#')[1];
  await ask('mutation ($input: ResetPasswordInput!) { resetPassword(input: $input) { ok userErrors { message } } }', {
    input: { token, password },
  });
  return { ask, email, password };
}
