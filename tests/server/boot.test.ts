import { Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { expect, test } from 'vitest';
import { BadConfig, readConfig } from '../../server/config.js';
import { definePolicy, Public, Requires, visible } from '../../server/core/access.js';
import { Node } from '../../server/core/base.entity.js';
import { anonymous } from '../../server/core/context.js';
import { createSchema } from '../../server/core/schema.js';
import { join, sql } from '../../server/core/sql.js';

test('a query or mutation that names no permission keeps the server from starting', () => {
  @Resolver()
  class Forgetful {
    @Query(() => String)
    open() {}
  }
  expect(() => createSchema([Forgetful])).toThrow('open says neither @Requires nor @Public');

  @Resolver()
  class Rash {
    @Query(() => String)
    @Public()
    hello() {}

    @Mutation(() => String)
    destroy() {}
  }
  expect(() => createSchema([Rash])).toThrow('destroy says neither @Requires nor @Public');
});

test('an entity without a policy keeps the server from starting', () => {
  @Entity()
  @ObjectType({ implements: Node })
  class Secret extends Node {
    @Field() @Column({ type: 'text' }) word: string;
  }
  @Resolver()
  class Careless {
    @Query(() => Secret, { nullable: true })
    @Requires('secret.read')
    secret() {}
  }
  expect(() => createSchema([Careless])).toThrow('Secret has no policy');
});

test.each([undefined, null, '', [], {}])('a policy that answers %j shows nothing: it fails', (scope) => {
  @Entity()
  class Vague extends Node {}
  definePolicy(Vague, { visible: () => scope as never, can: {} });
  expect(() => visible(anonymous, Vague, sql`row`)).toThrow('Vague: the policy gave no scope');
});

test('an absent value never becomes a condition', () => {
  expect(() => sql`customer_id = ${undefined}`).toThrow('undefined in sql');
  expect(() => join([], ' and ')).toThrow('nothing to join');
});

const production = { NODE_ENV: 'production', PUBLIC_URL: 'https://prisme.example', SECRET: 's'.repeat(32) };

test('production brings its own secret, long enough, and its address', () => {
  expect(readConfig(production)).toMatchObject({ production: true, demo: false, origin: 'https://prisme.example' });
  expect(() => readConfig({ ...production, SECRET: '' })).toThrow(BadConfig);
  expect(() => readConfig({ ...production, SECRET: 's'.repeat(31) })).toThrow('at least 32 bytes');
  expect(() => readConfig({ ...production, PUBLIC_URL: '' })).toThrow('PUBLIC_URL');
});

test.each([
  ['PORT', '70000'],
  ['PORT', 'x'],
  ['JOBS', 'maybe'],
  ['MAX_UPLOAD_MB', '-1'],
])('%s=%s is refused by its name', (name, value) => {
  expect(() => readConfig({ ...production, [name]: value })).toThrow(name);
});
