import type { APIRequestContext } from '@playwright/test';
import type { Role } from './sign-in.ts';

type Answer = { data?: Record<string, unknown>; errors?: { message: string }[] };
type Refusal = { message: string };

export type Ask = <Data>(query: string, variables?: object) => Promise<Data>;

/** Asks the product as a demo account, beside the page: what another person did before, or does meanwhile. */
export async function askAs(request: APIRequestContext, role: Role): Promise<Ask> {
  const post = async (body: object, token?: string) => {
    const headers = { 'apollo-require-preflight': 'true', ...(token ? { authorization: `Bearer ${token}` } : {}) };
    const answer = await request.post('/graphql', { data: body, headers });
    const { data, errors } = (await answer.json()) as Answer;
    const payloads = Object.values(data ?? {}) as ({ userErrors?: Refusal[] } | null)[];
    const refused = [...(errors ?? []), ...payloads.flatMap((payload) => payload?.userErrors ?? [])];
    if (refused.length) throw new Error(refused.map(({ message }) => message).join('; '));
    return data;
  };
  const input = { email: `${role}@prisme.demo`, password: 'prisme-demo-360' };
  const query = 'mutation ($input: LoginInput!) { login(input: $input) { accessToken userErrors { message } } }';
  const { login } = (await post({ query, variables: { input } })) as { login: { accessToken: string } };
  return async <Data>(text: string, variables: object = {}) =>
    (await post({ query: text, variables }, login.accessToken)) as Data;
}
