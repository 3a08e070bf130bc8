import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum ApplicationStatus {
  PENDING = 'PENDING',
  ACCEPTED = 'ACCEPTED',
  DECLINED = 'DECLINED',
}
registerEnumType(ApplicationStatus, {
  name: 'ApplicationStatus',
  description: 'What became of an application.',
  valuesConfig: {
    PENDING: { description: 'Nobody decided yet.' },
    ACCEPTED: { description: 'The mission was given to them.' },
    DECLINED: { description: 'Somebody else does it, or nobody.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A prestataire asks for a mission. Once each.' })
export class MissionApplication extends Node {
  @Field(() => String, { nullable: true, description: 'Why them. Null when they wrote nothing.' })
  @Column({ type: 'text', nullable: true })
  message: string | null;

  @Field(() => ApplicationStatus, { description: 'What became of it.' })
  @Column({ type: 'text', default: ApplicationStatus.PENDING })
  status: ApplicationStatus;

  @Field({ description: 'When they asked.' })
  @Column({ type: 'timestamptz', default: () => 'now()' })
  createdAt: Date;

  @Field(() => Date, { nullable: true, description: 'When it was decided. Null until then.' })
  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'uuid' })
  missionId: string;

  @Column({ type: 'uuid' })
  prestataireId: string;
}
