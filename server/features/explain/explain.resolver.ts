import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, Info, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { ExplainAccessInput } from './explain.input.js';
import { accessTypes, explainAccess } from './explain.service.js';
import { AccessExplanation, AccessType } from './explanation.entity.js';

@Resolver()
export class ExplainResolver {
  @Query(() => AccessExplanation, {
    nullable: true,
    description:
      'Why somebody sees a record or a field, or why they do not, by the rules that decide it. Null when there is no such user; BAD_USER_INPUT for an unknown type or field.',
  })
  @Requires('access.explain')
  explainAccess(
    @Arg('input', { description: 'Who, and what.' }) input: ExplainAccessInput,
    @Ctx() ctx: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<AccessExplanation | null> {
    return explainAccess(ctx, schema, input);
  }

  @Query(() => [AccessType], { description: 'The types of record whose access can be explained.' })
  @Requires('access.explain')
  accessTypes(@Info() { schema }: GraphQLResolveInfo): AccessType[] {
    return accessTypes(schema);
  }
}
