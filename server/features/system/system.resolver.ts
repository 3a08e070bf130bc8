import { Ctx, Query, Resolver } from 'type-graphql';
import { Requires } from '../../core/access.js';
import type { Context } from '../../core/context.js';
import { systemStatus } from './system.service.js';
import { SystemStatus } from './system-status.entity.js';

@Resolver()
export class SystemResolver {
  @Query(() => SystemStatus, { description: 'How the product is doing, measured as you ask.' })
  @Requires('system.read')
  systemStatus(@Ctx() ctx: Context): Promise<SystemStatus> {
    return systemStatus(ctx);
  }
}
