import { isUUID } from 'class-validator';
import { type GraphQLObjectType, type GraphQLSchema, isObjectType } from 'graphql';
import { entitiesWithPolicy, isPermitted, requirementOf, visible } from '../../core/access.js';
import { tieOf } from '../../core/asked.js';
import { anonymous, type Context, type Viewer } from '../../core/context.js';
import { badInput } from '../../core/errors.js';
import { sql } from '../../core/sql.js';
import type { Entity } from '../../core/table.js';
import { type Params, say } from '../../core/words.js';
import { type Person, secondFactorOf, viewerIn } from '../session/viewer.service.js';
import { User, UserStatus } from '../user/user.entity.js';
import './customer.why.js';
import type { ExplainAccessInput } from './explain.input.js';
import './explain.words.js';
import { type AccessExplanation, AccessOutcome, AccessRule, type AccessStep, type AccessType } from './explanation.entity.js';
import './house.why.js';
import './money.why.js';
import { policySteps } from './policy-steps.service.js';
import './work.why.js';

/** The types of the schema that have a policy. */
export function accessTypes(schema: GraphQLSchema): AccessType[] {
  const types = entitiesWithPolicy().flatMap(({ name }) => {
    const type = schema.getType(name);
    return isObjectType(type) ? [{ name, fields: Object.keys(type.getFields()).sort() }] : [];
  });
  return types.sort((a, b) => a.name.localeCompare(b.name));
}

/** Null where there is no such user. */
export async function explainAccess(
  ctx: Context,
  schema: GraphQLSchema,
  input: ExplainAccessInput,
): Promise<AccessExplanation | null> {
  const { entity, type } = typeNamed(schema, input.typeName);
  const field = input.field ? type.getFields()[input.field] : null;
  if (field === undefined) throw badInput('NO_SUCH_FIELD');
  const person = await personNamed(ctx, input.userId);
  if (!person) return null;
  const portal = input.portal ?? undefined;
  const { secondFactorDue } = viewerIn(person, portal);
  // The rest is told as it is once there is one.
  const viewer = viewerIn({ ...person, hasSecondFactor: true }, portal);
  const { name } = person;
  const role = person.roles.find(({ key }) => key === viewer.role)?.name ?? '';
  const step = (rule: AccessRule, holds: boolean, word: string, params: Params = {}): AccessStep => ({
    rule,
    depth: 0,
    holds,
    text: say(word, ctx.locale, { name, role, ...params }),
  });
  const hasRole = viewer.id !== anonymous.id;
  const policy = isUUID(input.id) ? await policySteps(ctx, viewer, entity, input.id) : null;
  const steps = [
    step(AccessRule.ACCOUNT, person.status === UserStatus.ACTIVE, `explain.${person.status.toLowerCase()}`),
    step(AccessRule.ROLE, hasRole, hasRole ? 'explain.role' : 'explain.noRole'),
    ...(secondFactorDue ? [step(AccessRule.ACCOUNT, false, 'explain.secondFactorDue')] : []),
    step(AccessRule.RECORD, policy !== null, policy ? 'explain.exists' : 'explain.missing'),
    ...(policy ?? []),
  ];
  if (field) steps.push(await permission(ctx, viewer, AccessRule.FIELD, field, `${type.name}.${field.name}`, step));
  const standsInTheWay = steps.find(({ holds, depth }) => depth === 0 && !holds) ?? null;
  const way = await wayTo(ctx, schema, viewer, entity, step);
  return {
    userId: person.id,
    roleKey: hasRole ? viewer.role : null,
    steps: [...steps, way],
    ...verdict(ctx, name, steps, standsInTheWay, way, field !== null),
  };
}

function verdict(
  { locale }: Context,
  name: string,
  steps: readonly AccessStep[],
  standsInTheWay: AccessStep | null,
  way: AccessStep,
  isField: boolean,
): Pick<AccessExplanation, 'outcome' | 'decidedBy' | 'summary'> {
  const told = (word: string, why = '') => say(word, locale, { name, why });
  if (standsInTheWay) {
    const word = isField ? 'explain.hiddenField' : 'explain.hidden';
    return {
      outcome: AccessOutcome.HIDDEN,
      decidedBy: standsInTheWay.rule,
      summary: told(word, causeOf(steps, standsInTheWay, locale)),
    };
  }
  if (!way.holds)
    return {
      outcome: AccessOutcome.SEEN_THROUGH_OTHERS,
      decidedBy: AccessRule.PERMISSION,
      summary: told('explain.through', way.text),
    };
  return { outcome: AccessOutcome.SEEN, decidedBy: null, summary: told(isField ? 'explain.seenField' : 'explain.seen') };
}

/** A policy is not met because of a condition of it: the deepest first one says most. */
function causeOf(steps: readonly AccessStep[], cause: AccessStep, locale: Context['locale']): string {
  if (cause.rule !== AccessRule.POLICY) return cause.text;
  let at = steps.indexOf(cause);
  while (steps[at + 1]?.depth > steps[at].depth) {
    const below = steps.findIndex((step, i) => i > at && !step.holds && step.depth > steps[at].depth);
    if (below < 0) break;
    at = below;
  }
  return say('explain.not', locale, { rule: steps[at].text });
}

type Say = (rule: AccessRule, holds: boolean, word: string, params?: Params) => AccessStep;
type AnyField = ReturnType<GraphQLObjectType['getFields']>[string];

async function permission(
  ctx: Context,
  viewer: Viewer,
  rule: AccessRule,
  field: AnyField,
  called: string,
  step: Say,
): Promise<AccessStep> {
  const needed = requirementOf(field);
  if (!needed) return step(rule, true, 'explain.openField', { field: called });
  if (isPermitted(viewer, field)) return step(rule, true, 'explain.asks', { field: called, permission: needed });
  const holders = await ctx.query<{ name: string }>(sql`select name from role where ${needed} = any(permissions) order by rank`);
  const roles = holders.map(({ name }) => name).join(', ') || say('explain.nobody', ctx.locale);
  return step(rule, false, 'explain.mayNotAsk', { field: called, permission: needed, roles });
}

/** A query of this type that they may ask; where there is one but none for them, the first. */
async function wayTo(ctx: Context, schema: GraphQLSchema, viewer: Viewer, entity: Entity, step: Say): Promise<AccessStep> {
  const ways = Object.values(schema.getQueryType()?.getFields() ?? {}).filter(
    (field) => tieOf(field)?.relation.entity === entity,
  );
  const way = ways.find((field) => isPermitted(viewer, field)) ?? ways.at(0);
  if (!way) return step(AccessRule.PERMISSION, true, 'explain.nested');
  return permission(ctx, viewer, AccessRule.PERMISSION, way, `Query.${way.name}`, step);
}

function typeNamed(schema: GraphQLSchema, name: string): { entity: Entity; type: GraphQLObjectType } {
  const entity = entitiesWithPolicy().find((each) => each.name === name);
  const type = schema.getType(name);
  if (!entity || !isObjectType(type)) throw badInput('NO_SUCH_TYPE');
  return { entity, type };
}

type Anybody = Omit<Person, 'roles'> & { status: UserStatus; roles: (Person['roles'][number] & { name: string })[] };

/** Also somebody who may not sign in: that is then the reason. */
async function personNamed(ctx: Context, userId: string): Promise<Anybody | undefined> {
  if (!isUUID(userId)) return undefined;
  const [person] = await ctx.query<Anybody>(sql`
    select u.id, null as "sessionId", u.name, u.email, u.locale, u.status, null as actor, ${secondFactorOf(sql`u`)},
      (select coalesce(json_agg(json_object('key': r.key, 'name': r.name, 'reach': r.reach, 'rank': r.rank, 'permissions': r.permissions)
          order by r.rank desc), '[]') from user_role given join role r on r.id = given.role_id where given.user_id = u.id) as roles
    from "user" u where u.id = ${userId} and ${visible(ctx.viewer, User, sql`u`)}`);
  return person;
}
