import { ArgsType, Field, InputType, registerEnumType } from 'type-graphql';
import { Connection, Page } from '../../core/connection.js';
import { Text } from '../../core/inputs.js';
import { BreachNature, BreachRisk, DataBreach } from './data-breach.entity.js';

export const DataBreachConnection = Connection(DataBreach);

export enum DataBreachSort {
  AWARE_AT = 'awareAt',
  UPDATED_AT = 'updatedAt',
}
registerEnumType(DataBreachSort, {
  name: 'DataBreachSort',
  description: 'What breaches are sorted by.',
  valuesConfig: {
    AWARE_AT: { description: 'When we became aware.' },
    UPDATED_AT: { description: 'The last change.' },
  },
});

@InputType({ description: 'Which breaches. All conditions hold together.' })
export class DataBreachFilter {
  @Field(() => String, { nullable: true, description: 'Words of the reference, the title or what happened.' })
  @Text({ max: 200 })
  search?: string | null;
  @Field(() => Boolean, { nullable: true, description: 'Open, or closed.' }) open?: boolean | null;
  @Field(() => Boolean, { nullable: true, description: 'The CNIL is still to be told, or not: the clock runs, or is over.' })
  toNotify?: boolean | null;
  @Field(() => BreachRisk, { nullable: true, description: 'Of this risk.' }) risk?: BreachRisk | null;
  @Field(() => BreachNature, { nullable: true, description: 'Of this nature.' }) nature?: BreachNature | null;
}

@ArgsType()
export class DataBreachPage extends Page {
  @Field(() => DataBreachSort, { defaultValue: DataBreachSort.AWARE_AT, description: 'What to sort by.' })
  sort: DataBreachSort;
  @Field(() => DataBreachFilter, { nullable: true, description: 'Which ones.' })
  filter?: DataBreachFilter | null;
}
