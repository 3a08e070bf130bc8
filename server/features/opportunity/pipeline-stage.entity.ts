import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity } from 'typeorm';
import { Node } from '../../core/base.entity.js';

export enum StageKind {
  OPEN = 'OPEN',
  WON = 'WON',
  LOST = 'LOST',
}
registerEnumType(StageKind, {
  name: 'StageKind',
  description: 'What a stage of the pipeline means.',
  valuesConfig: {
    OPEN: { description: 'Still to be decided.' },
    WON: { description: 'They bought.' },
    LOST: { description: 'They did not.' },
  },
});

@Entity()
@ObjectType({ implements: Node, description: 'A column of the pipeline.' })
export class PipelineStage extends Node {
  @Field({ description: 'Stable, for programs, such as negotiation.' })
  @Column({ type: 'text' })
  key: string;

  @Field(() => StageKind, { description: 'What it means.' })
  @Column({ type: 'text' })
  kind: StageKind;

  @Field(() => Int, { description: 'How likely an opportunity here is to be won, in percent.' })
  @Column({ type: 'integer' })
  probability: number;

  @Field(() => Int, { description: 'Its place from the left.' })
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  nameFr: string;

  @Column({ type: 'text' })
  nameEn: string;
}
