import { ArgsType, Field, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { MissionApplication } from './mission-application.entity.js';

export const MissionApplicationConnection = Connection(MissionApplication);

export enum MissionApplicationSort {
  CREATED_AT = 'createdAt',
}
registerEnumType(MissionApplicationSort, {
  name: 'MissionApplicationSort',
  description: 'What applications are sorted by.',
  valuesConfig: { CREATED_AT: { description: 'When they were made.' } },
});

@ArgsType()
export class MissionApplicationPage extends Page {
  @Field(() => MissionApplicationSort, { defaultValue: MissionApplicationSort.CREATED_AT, description: 'What to sort by.' })
  sort: MissionApplicationSort;
}
