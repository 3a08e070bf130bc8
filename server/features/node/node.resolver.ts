import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Ctx, ID, Info, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { Node } from '../../core/base.entity.js';
import type { Context } from '../../core/context.js';
import { watchedNode } from './node.service.js';

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Whatever has this identifier, of the types that have a query by identifier. Null when there is none, or none you may see.',
  })
  @Requires('viewer.read')
  node(
    @Arg('id', () => ID, { description: 'The identifier.' }) id: string,
    @Ctx() ctx: Context,
    @Info() { schema }: GraphQLResolveInfo,
  ): Promise<Node | null> {
    return watchedNode(ctx, schema, id);
  }
}
