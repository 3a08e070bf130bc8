import { TOTP, URI } from 'otpauth';
import { PASSWORD, type TestPerson } from './as.js';
import type { Browser } from './cookie-jar.js';
import type { TestServer } from './server.js';

export const LOGIN = `mutation ($email: String!, $password: String!) { login(input: { email: $email, password: $password }) {
  accessToken challenge { id methods } viewer { id } userErrors { path code } } }`;
export const VERIFY = `mutation ($input: VerifyTwoFactorInput!) { verifyTwoFactor(input: $input) {
  accessToken viewer { id } userErrors { path code } } }`;
const START = `mutation ($input: StartTwoFactorSetupInput!) { startTwoFactorSetup(input: $input) { secret uri userErrors { path code } } }`;
const CONFIRM = `mutation ($input: ConfirmTwoFactorSetupInput!) { confirmTwoFactorSetup(input: $input) { recoveryCodes userErrors { path code } } }`;

const STEP_MS = 30_000;

/** An authenticator app. */
export class App {
  private readonly totp: TOTP;

  constructor(readonly uri: string) {
    this.totp = URI.parse(uri) as TOTP;
  }

  /** The code it shows now, or so many steps from now. */
  code = (steps = 0): string => this.totp.generate({ timestamp: Date.now() + steps * STEP_MS });
}

export async function startSetup(server: TestServer, who: TestPerson, password = PASSWORD) {
  return (await server.ask(who, START, { input: { password } })).data.startTwoFactorSetup;
}

export async function confirmSetup(server: TestServer, who: TestPerson, code: string) {
  return (await server.ask(who, CONFIRM, { input: { code } })).data.confirmTwoFactorSetup;
}

/** Sets an app up with the code of the step before, so that those of now and of the next are left. */
export async function withApp(server: TestServer, who: TestPerson): Promise<{ app: App; recoveryCodes: string[] }> {
  const app = new App((await startSetup(server, who)).uri);
  const { recoveryCodes } = await confirmSetup(server, who, app.code(-1));
  return { app, recoveryCodes };
}

export const logIn = async (browser: Browser, { email }: TestPerson, password = PASSWORD) =>
  (await browser.send(LOGIN, { email, password })).login;

export const verify = async (browser: Browser, challengeId: string, code: string, rememberDevice = false, origin?: string) =>
  (await browser.send(VERIFY, { input: { challengeId, code, rememberDevice } }, {}, origin)).verifyTwoFactor;
