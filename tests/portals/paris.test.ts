import { afterEach, expect, test, vi } from 'vitest';
import { dayAfter, endOfDay, instantOf, localOf, parisDay, startOfDay } from '../../portals/shared/ui/paris.ts';

afterEach(() => vi.unstubAllEnvs());

test.each(['UTC', 'Indian/Reunion', 'America/Martinique'])('days and clocks are those of Paris in a browser in %s', (there) => {
  vi.stubEnv('TZ', there);
  for (const [local, instant] of [
    ['2026-01-15T10:42', '2026-01-15T09:42:00.000Z'],
    ['2026-07-15T00:05', '2026-07-14T22:05:00.000Z'],
    ['2026-03-29T03:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ]) {
    expect(instantOf(local)).toBe(instant);
    expect(localOf(instant)).toBe(local);
  }
  // An hour that a night has twice is the first; one it hasn't comes an hour later.
  expect(instantOf('2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z');
  expect(instantOf('2026-03-29T02:30')).toBe('2026-03-29T01:30:00.000Z');
  expect([instantOf(''), localOf(null)]).toEqual([null, '']);
  expect(parisDay(Date.parse('2026-12-31T23:30:00Z'))).toBe('2027-01-01');
  expect([startOfDay('2026-03-29'), endOfDay('2026-03-29')]).toEqual(['2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z']);
  expect([dayAfter('2026-02-28', 1), dayAfter('2026-01-01', -1)]).toEqual(['2026-03-01', '2025-12-31']);
});
