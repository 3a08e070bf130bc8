import { Arg, ID, Resolver, Subscription } from 'type-graphql';
import { Requires } from '../../core/access.js';
import { happenings, isAsked } from '../../core/events/live.js';
import { Through } from '../../core/relation.js';
import { Mission } from '../mission/mission.entity.js';
import { missionById } from '../mission/mission.relations.js';

@Resolver()
export class MissionChangedResolver {
  @Subscription(() => Mission, {
    nullable: true,
    description: 'A mission you see changed, or is new to you. Never null.',
    subscribe: happenings(['mission'], isAsked),
  })
  @Requires('mission.read')
  @Through(missionById)
  missionChanged(@Arg('id', () => ID, { nullable: true, description: 'Only this one.' }) _id: string | null): void {}
}
