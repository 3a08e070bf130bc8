import { expect, test } from 'vitest';
import {
  daysBetween,
  dueAfter,
  dueExtended,
  monthsAfter,
  parisDay,
  reminderDue,
} from '../../server/features/data-subject-request/request-clock.rules.js';

test('a month on is the same day, or the last of a shorter month', () => {
  expect(dueAfter('2026-01-31')).toBe('2026-02-28');
  expect(dueAfter('2028-01-31')).toBe('2028-02-29');
  expect(dueAfter('2026-12-31')).toBe('2027-01-31');
  expect(dueAfter('2026-08-31')).toBe('2026-09-30');
  expect(dueAfter('2026-02-28')).toBe('2026-03-28');
  expect(monthsAfter('2026-11-30', 15)).toBe('2028-02-29');
});

test('two more months are counted from the day it came in, not from the shortened one', () => {
  expect(dueExtended('2026-01-31')).toBe('2026-04-30');
  expect(dueExtended('2026-11-30')).toBe('2027-02-28');
});

test('the day is that of Paris, on both sides of each change of the clocks', () => {
  expect(parisDay(new Date('2026-03-28T22:59:59Z'))).toBe('2026-03-28');
  expect(parisDay(new Date('2026-03-28T23:00:00Z'))).toBe('2026-03-29');
  expect(parisDay(new Date('2026-03-29T21:59:59Z'))).toBe('2026-03-29');
  expect(parisDay(new Date('2026-03-29T22:00:00Z'))).toBe('2026-03-30');
  expect(parisDay(new Date('2026-10-24T22:00:00Z'))).toBe('2026-10-25');
  expect(parisDay(new Date('2026-10-25T22:59:59Z'))).toBe('2026-10-25');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2);
});

test('a reminder is due at each step', () => {
  expect([8, 7, 3, 2, 1, 0, -1, -40].map(reminderDue)).toEqual([null, 7, 7, 2, 2, 0, -1, -1]);
});
