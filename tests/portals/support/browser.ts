import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import type { LaunchOptions } from '@playwright/test';

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome', 'microsoft-edge'];
const elsewhere = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
];
const flags = [
  '--disable-gpu',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

function installed(): string | undefined {
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  return [...onPath, ...elsewhere].find((file) => existsSync(file));
}

/** The browser inside an npm package: it unpacks its own libraries, so a bare machine will do. */
async function fromNpm(): Promise<LaunchOptions> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`Install Chromium, or name one by CHROMIUM_PATH: none comes along for ${process.platform}/${process.arch}`);
  const folder = resolve('node_modules/.cache/chromium');
  mkdirSync(folder, { recursive: true });
  const kept = { ...process.env };
  process.env.TMPDIR = folder; // its own default, /tmp/chromium, is shared by all who unpack at once
  process.env.AWS_EXECUTION_ENV = 'AWS_Lambda_nodejs24.x'; // makes it unpack its libraries
  const { default: chromium } = await import('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  process.env = kept;

  const fonts = join(folder, 'fonts.conf');
  writeFileSync(
    fonts,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>/usr/share/fonts</dir><dir>${folder}/fonts</dir><cachedir>${folder}/font-cache</cachedir></fontconfig>`,
  );
  const libraries = [join(folder, 'al2023', 'lib'), kept.LD_LIBRARY_PATH].filter(Boolean).join(':');
  const { FONTCONFIG_PATH: _, ...rest } = kept;
  return { executablePath, env: { ...(rest as Record<string, string>), LD_LIBRARY_PATH: libraries, FONTCONFIG_FILE: fonts } };
}

/** CHROMIUM_PATH, then one on the machine, then the one from npm; PRISME_TEST_BROWSER=npm takes the last at once. */
export async function browser(): Promise<LaunchOptions> {
  const found = process.env.PRISME_TEST_BROWSER === 'npm' ? undefined : process.env.CHROMIUM_PATH || installed();
  const root = process.getuid?.() === 0;
  return { ...(found ? { executablePath: found } : await fromNpm()), args: root ? [...flags, '--no-sandbox'] : flags };
}
