import Bowser from 'bowser';
import { type Locale, say } from '../../core/words.js';
import './session.words.js';

/** A browser in words, such as “Firefox sur Linux”, from what it says of itself. */
export function deviceName(userAgent: string | null, locale: Locale): string {
  const { browser, os } = userAgent ? Bowser.parse(userAgent) : { browser: {}, os: {} };
  if (browser.name && os.name) return say('DEVICE_ON', locale, { browser: browser.name, system: os.name });
  return browser.name ?? os.name ?? say('DEVICE_UNKNOWN', locale);
}
