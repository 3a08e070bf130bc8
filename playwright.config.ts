import { defineConfig } from '@playwright/test';
import { browser } from './tests/portals/support/browser.ts';

const french = { locale: 'fr-FR', timezoneId: 'Europe/Paris' };

export default defineConfig({
  testDir: 'tests/portals',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/portals/support/product.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  // A second try keeps a busy machine from refusing a change; what needed it is counted and listed as flaky.
  retries: 1,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    ...french,
    baseURL: process.env.PRISME_TEST_ORIGIN,
    launchOptions: await browser(),
    // Recording costs time: what fails is recorded as it is tried again.
    trace: 'on-first-retry',
  },
  projects: [
    { name: 'desktop', use: { viewport: { width: 1440, height: 900 } } },
    { name: 'phone', use: { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true } },
  ],
});
