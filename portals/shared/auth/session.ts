import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import { type Portal, portalNames } from '../theme/palette';
import { RefreshSession, SignIn, SignOut } from './operations';

export type Viewer = {
  id: string;
  name: string;
  email: string;
  locale: string | null;
  portals: Portal[];
  permissions: readonly string[];
};
export type Session = { state: 'starting' } | { state: 'signed-out' } | { state: 'signed-in'; viewer: Viewer };
export type SignInResult = { errors: { path: string[]; message: string }[]; challenge: boolean };

/** A token this close to its end is renewed before it is used. */
const marginSeconds = 20;
const channel = new BroadcastChannel('prisme.session');

// In memory only: a script that gets in finds nothing to keep, and a closed tab forgets.
let token: string | undefined;
let session: Session = { state: 'starting' };
let renewing: Promise<boolean> | undefined;
const listeners = new Set<() => void>();

function set(next: Session, accessToken?: string): void {
  token = accessToken;
  session = next;
  for (const listener of listeners) listener();
}

channel.onmessage = () => set({ state: 'signed-out' });

async function post<Data, Variables>(document: TypedDocumentNode<Data, Variables>, variables: Variables): Promise<Data> {
  const answer = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json, application/json',
      'accept-language': i18next.language,
      'apollo-require-preflight': 'true',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    body: JSON.stringify({ query: print(document), variables }),
  });
  const { data, errors } = (await answer.json()) as { data?: Data; errors?: { message: string }[] };
  if (!data) throw new Error(errors?.[0]?.message ?? answer.statusText);
  return data;
}

type Granted = {
  accessToken?: string | null;
  viewer?: (Omit<Viewer, 'portals'> & { portals: readonly string[] }) | null;
};

/** The schema names portals in capitals; the addresses are in small letters. */
function enter({ accessToken, viewer }: Granted): boolean {
  if (!accessToken || !viewer) return false;
  const portals = portalNames.filter((portal) => viewer.portals.includes(portal.toUpperCase()));
  set({ state: 'signed-in', viewer: { ...viewer, portals } }, accessToken);
  return true;
}

/** One at a time across tabs: two tabs that rotate the same refresh token would look like a thief. */
async function renewAlone(): Promise<boolean> {
  return navigator.locks.request('prisme.refresh', async () => {
    const { refreshSession } = await post(RefreshSession, {});
    const entered = enter(refreshSession);
    if (!entered) set({ state: 'signed-out' });
    return entered;
  });
}

/** Answers false when the session has ended; throws when the server can't be reached. */
export function renew(): Promise<boolean> {
  renewing ??= renewAlone().finally(() => {
    renewing = undefined;
  });
  return renewing;
}

function endOf(accessToken: string): number {
  const [, claims = ''] = accessToken.split('.');
  const { exp = 0 } = JSON.parse(atob(claims.replaceAll('-', '+').replaceAll('_', '/'))) as { exp?: number };
  return exp;
}

/** The access token, renewed first when it is about to end. */
export async function accessToken(): Promise<string | undefined> {
  if (token && endOf(token) - marginSeconds < Date.now() / 1000) await renew().catch(() => false);
  return token;
}

export async function signIn(email: string, password: string): Promise<SignInResult> {
  const { login } = await post(SignIn, { input: { email, password } });
  enter(login);
  return { errors: login.userErrors, challenge: Boolean(login.challenge) };
}

export async function signOut(): Promise<void> {
  await post(SignOut, {}).catch(() => undefined);
  channel.postMessage('signed-out');
  set({ state: 'signed-out' });
}

export const onSession = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useSession = (): Session => useSyncExternalStore(onSession, () => session);

export const currentSession = (): Session => session;

/** Who is signed in. Only below the sign-in gate, where somebody is. */
export function useViewer(): Viewer {
  const current = useSession();
  if (current.state !== 'signed-in') throw new Error('useViewer is for pages behind the sign-in');
  return current.viewer;
}
