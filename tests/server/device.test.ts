import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { person } from '../support/as.js';
import { Browser } from '../support/cookie-jar.js';
import { logIn, verify, withApp } from '../support/second-factor.js';
import { codesOf, startServer, type TestServer } from '../support/server.js';

let server: TestServer;

beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

describe('a remembered browser', () => {
  const DEVICES = '{ viewer { devices { id name rememberedUntil } } }';

  test('is not asked again, until it is forgotten, the password changes or the factor goes', async () => {
    const anna = await person(server, 'client');
    const { recoveryCodes } = await withApp(server, anna);
    const browser = new Browser(server.origin);
    const remember = async () => {
      const { challenge } = await logIn(browser, anna);
      return verify(browser, challenge.id, recoveryCodes.pop() ?? '', true);
    };
    const token = (await remember()).accessToken;
    expect(browser.attributes.get('prisme-device')).toMatch(/Path=\/; HttpOnly; SameSite=Strict/i);
    expect((await logIn(browser, anna)).viewer).toEqual({ id: anna.id });
    expect((await logIn(new Browser(server.origin), anna)).challenge).not.toBeNull();
    const [device] = (await server.ask({ token }, DEVICES)).data.viewer.devices;
    expect(device.name).toBe('Firefox sur Linux');

    const forget = 'mutation ($id: ID!) { forgetDevice(input: { id: $id }) { devices { id } userErrors { code } } }';
    const bruno = await person(server, 'client');
    expect(codesOf(await server.ask(bruno, forget, { id: device.id }))).toEqual(['NOT_FOUND']);
    expect((await server.ask({ token }, forget, { id: device.id })).data.forgetDevice.devices).toEqual([]);
    expect((await logIn(browser, anna)).challenge).not.toBeNull();

    await remember();
    expect((await logIn(browser, anna)).challenge).toBeNull();
    await server.asSuperuser(`update device set remembered_until = now() where user_id = $1`, [anna.id]);
    expect((await logIn(browser, anna)).challenge).not.toBeNull();

    await remember();
    const [{ password_hash: before }] = await server.database.query('select password_hash from "user" where id = $1', [anna.id]);
    await server.database.query(`update "user" set password_hash = 'x' where id = $1`, [anna.id]);
    await server.database.query('update "user" set password_hash = $2 where id = $1', [anna.id, before]);
    expect((await logIn(browser, anna)).challenge).not.toBeNull();
  });

  test('gets a token of its own: one put there beforehand is worth nothing', async () => {
    const anna = await person(server, 'client');
    const { recoveryCodes } = await withApp(server, anna);
    const browser = new Browser(server.origin);
    browser.device = 'prisme-device=planted';
    const thief = new Browser(server.origin);
    thief.device = 'prisme-device=planted';
    await verify(browser, (await logIn(browser, anna)).challenge.id, recoveryCodes[0], true);
    expect((await logIn(browser, anna)).challenge).toBeNull();
    expect((await logIn(thief, anna)).challenge).not.toBeNull();
    const kept = JSON.stringify(await server.asSuperuser('select * from device'));
    expect(kept).not.toContain(browser.device?.split('=')[1]);
  });

  test('is its owner’s alone', async () => {
    const [anna, bruno] = [await person(server, 'client'), await person(server, 'client')];
    const hers = await withApp(server, anna);
    await withApp(server, bruno);
    const browser = new Browser(server.origin);
    await verify(browser, (await logIn(browser, anna)).challenge.id, hers.recoveryCodes[0], true);
    expect((await logIn(browser, bruno)).challenge).not.toBeNull();
  });
});
