import { Field, ObjectType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';
import { AppendOnly } from '../../core/table.js';
import { MissionStatus } from './mission.entity.js';

@AppendOnly()
@Entity()
@ObjectType({ implements: Node, description: 'A change of a mission’s status: for us and for whoever does it.' })
export class MissionStep extends Node {
  @Field(() => MissionStatus, { name: 'from', description: 'The status before.' })
  @Column({ type: 'text' })
  fromStatus: MissionStatus;

  @Field(() => MissionStatus, { name: 'to', description: 'The status after.' })
  @Column({ type: 'text' })
  toStatus: MissionStatus;

  @Field(() => String, {
    nullable: true,
    description: 'What was said with it, such as why it was sent back. Null when nothing was.',
  })
  @Column({ type: 'text', nullable: true })
  note: string | null;

  @Field({ description: 'When.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  at: Date;

  @Column({ type: 'uuid' })
  missionId: string;

  @Column({ type: 'uuid', nullable: true })
  authorId: string | null;
}
