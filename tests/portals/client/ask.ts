import type { APIRequestContext } from '@playwright/test';
import type { Role } from '../support/sign-in.ts';

type Answer = { data: Record<string, never>; errors?: { message: string }[] };

/** Asks the product as a demo account, beside the page: what another person does meanwhile. */
export async function ask<Data>(request: APIRequestContext, role: Role, query: string, variables = {}): Promise<Data> {
  const post = async (body: object, token?: string) => {
    const headers = token ? { authorization: `Bearer ${token}` } : undefined;
    const answer = await request.post('/graphql', { data: body, headers });
    const { data, errors } = (await answer.json()) as Answer;
    if (errors) throw new Error(errors.map(({ message }) => message).join('; '));
    return data;
  };
  const input = { email: `${role}@prisme.demo`, password: 'prisme-demo-360' };
  const { login } = (await post({
    query: 'mutation ($input: LoginInput!) { login(input: $input) { accessToken } }',
    variables: { input },
  })) as unknown as { login: { accessToken: string } };
  return (await post({ query, variables }, login.accessToken)) as unknown as Data;
}
