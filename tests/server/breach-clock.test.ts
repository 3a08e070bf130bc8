import { expect, test } from 'vitest';
import { dueAfter, isLate, reminderDue } from '../../server/features/data-breach/breach-clock.rules.js';

const at = (iso: string) => new Date(iso);

test('72 hours are 72 hours, whatever the clocks on walls did meanwhile', () => {
  // In Paris: Friday 27 March 12:00 to Monday 30 March 13:00, as an hour was skipped.
  expect(dueAfter(at('2026-03-27T12:00:00+01:00'))).toEqual(at('2026-03-30T13:00:00+02:00'));
  // Friday 23 October 12:00 to Monday 26 October 11:00, as an hour came twice.
  expect(dueAfter(at('2026-10-23T12:00:00+02:00'))).toEqual(at('2026-10-26T11:00:00+01:00'));
  // The hour that comes twice is two hours.
  expect(dueAfter(at('2026-10-25T02:30:00+02:00'))).toEqual(at('2026-10-28T01:30:00+01:00'));
  expect(dueAfter(at('2026-10-25T02:30:00+01:00'))).toEqual(at('2026-10-28T02:30:00+01:00'));
});

test('across the ends of months and years', () => {
  expect(dueAfter(at('2026-02-27T09:15:30Z'))).toEqual(at('2026-03-02T09:15:30Z'));
  expect(dueAfter(at('2028-02-27T09:15:30Z'))).toEqual(at('2028-03-01T09:15:30Z'));
  expect(dueAfter(at('2026-12-30T23:59:59.999Z'))).toEqual(at('2027-01-02T23:59:59.999Z'));
});

test('the last instant is in time, the next is late', () => {
  const aware = at('2026-03-27T11:00:00Z');
  expect(isLate(aware, at('2026-03-30T11:00:00.000Z'))).toBe(false);
  expect(isLate(aware, at('2026-03-30T11:00:00.001Z'))).toBe(true);
});

test('a reminder is due at each step', () => {
  const due = at('2026-03-30T11:00:00Z');
  const before = (hours: number) => reminderDue(due, new Date(due.getTime() - hours * 3_600_000));
  expect([25, 24, 7, 6, 0.01, 0, -1, -500].map(before)).toEqual([null, 24, 24, 6, 6, 0, 0, 0]);
});
