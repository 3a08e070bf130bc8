import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useSyncExternalStore } from 'react';
import { hashOf, post } from '../graphql/post';
import { refusalIn } from '../graphql/refusal';
import { type Portal, portalNames } from '../theme/palette';
import type { Problem } from '../ui/failure';
import { RefreshSession, SignIn, SignOut } from './operations';
import { signedInKey } from './signed-in';

export type Viewer = {
  id: string;
  name: string;
  email: string;
  locale: string | null;
  portals: Portal[];
  permissions: readonly string[];
  /** Who really sits here, where one of ours sees the product as this person. */
  actor?: { id: string; name: string; until: string } | null;
  /** Must set up a second factor before anything else. */
  secondFactorDue: boolean;
};
export type Session =
  | { state: 'starting' }
  | { state: 'signed-out' }
  /** Nobody looks with that person's eyes any more. */
  | { state: 'view-over' }
  | { state: 'signed-in'; viewer: Viewer };
export type Mistake = { path: string[]; code: string; message: string };
/** A second factor that is due. */
export type Challenge = { id: string; methods: string[] };
export type SignInResult = { errors: Mistake[]; challenge?: Challenge };

/** The server understood and said no, in words for the person. */
export class Refused extends Error {
  problem: Problem;
  constructor(problem: Problem) {
    super(problem.message);
    this.problem = problem;
  }
}

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
  if (next.state === 'signed-in') localStorage.setItem(signedInKey, 'yes');
  if (next.state === 'signed-out') localStorage.removeItem(signedInKey);
  for (const listener of listeners) listener();
}

channel.onmessage = () => set({ state: 'signed-out' });

/** Without the cache: before anybody is signed in there is none. What they may do goes by the portal they stand in. */
export async function ask<Data, Variables>(
  document: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  portal = location.pathname.split('/')[1],
): Promise<Data> {
  const headers = { 'x-prisme-portal': portal, ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const { data, errors } = await post<Data>({ hash: hashOf(document), variables: variables as Record<string, unknown>, headers });
  if (!data) throw new Refused(refusalIn(errors));
  return data;
}

type Granted = {
  accessToken?: string | null;
  viewer?: (Omit<Viewer, 'portals'> & { portals: readonly string[] }) | null;
};

/** The schema names portals in capitals; the addresses are in small letters. */
export function enter({ accessToken, viewer }: Granted): boolean {
  if (!accessToken || !viewer) return false;
  const portals = portalNames.filter((portal) => viewer.portals.includes(portal.toUpperCase()));
  set({ state: 'signed-in', viewer: { ...viewer, portals } }, accessToken);
  return true;
}

/** One at a time across tabs: two tabs that rotate the same refresh token would look like a thief. */
async function renewAlone(): Promise<boolean> {
  return navigator.locks.request('prisme.refresh', async () => {
    const { refreshSession } = await ask(RefreshSession, {});
    const entered = enter(refreshSession);
    if (!entered) set({ state: 'signed-out' });
    return entered;
  });
}

/** Answers false when the session has ended; throws when the server can't be reached. */
export function renew(): Promise<boolean> {
  // With somebody else's eyes there is nothing to go on with: this page never turns into the one of whoever looks.
  if (session.state === 'view-over' || isViewing()) {
    set({ state: 'view-over' });
    return Promise.resolve(false);
  }
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
  const { login } = await ask(SignIn, { input: { email, password } });
  enter(login);
  return { errors: login.userErrors, challenge: login.challenge ?? undefined };
}

const isViewing = () => session.state === 'signed-in' && Boolean(session.viewer.actor);

/** For the very next question: `enter` says whose it is. */
export function setToken(accessToken: string): void {
  token = accessToken;
}

export const endView = (): void => set({ state: 'view-over' });

export async function signOut(): Promise<void> {
  if (isViewing()) return (await import('./view-as')).stopViewing();
  await ask(SignOut, {}).catch(() => undefined);
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
