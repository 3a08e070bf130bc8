import { expect, test } from 'vitest';
import { differences, merged } from '../../portals/shared/frame/merge.ts';

const before = { name: 'Un', email: '', phone: '1', tags: ['a'], note: 'x' };

test('what only they changed is theirs, what both changed stays as it was typed, and what is equal again is no difference', () => {
  const mine = { ...before, email: 'ici@x', phone: '2', note: 'y' };
  const theirs = { ...before, name: 'Deux', phone: '3', tags: ['a', 'b'], note: 'y' };
  expect(differences(before, mine, theirs)).toEqual([
    { field: 'name', mine: 'Un', theirs: 'Deux', wanted: 'theirs' },
    { field: 'phone', mine: '2', theirs: '3', wanted: 'mine' },
    { field: 'tags', mine: ['a'], theirs: ['a', 'b'], wanted: 'theirs' },
  ]);
  expect(merged(mine, theirs, { name: 'theirs', phone: 'mine', tags: 'theirs' })).toEqual({
    name: 'Deux',
    email: 'ici@x',
    phone: '2',
    tags: ['a', 'b'],
    note: 'y',
  });
});

test('a version in which nothing of the form is otherwise differs in nothing', () => {
  expect(differences(before, { ...before, name: 'Trois' }, { ...before })).toEqual([]);
});
